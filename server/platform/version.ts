/** The version of the package; the build fills it in from package.json. */
export const APP_VERSION = '%VERSION%';
