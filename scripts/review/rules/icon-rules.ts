import { tableAt, type AppPackage } from '../../shared/package/app-package';
import { modulesOf } from '../../shared/package/manifest';
import { findAt, type Finding, type Rule } from './rule';

const PICTURE_BYTES_LEAST = 1024;

function iconsOf(appPackage: AppPackage): { where: string; file: string }[] {
  return modulesOf(appPackage).flatMap(([module, content]) => {
    const locations = tableAt(content, 'location');
    // What runs in the background shows nothing.
    const shown = Object.keys(locations).filter((name) => !name.endsWith('_background'));
    return shown.map((name) => ({
      where: `manifest.json modules.${module}.location.${name}.icon`,
      file: `app/${String(tableAt(locations, name)['icon'])}`,
    }));
  });
}

const attributeOf = (svg: string, name: string): string | undefined =>
  new RegExp(`<svg[^>]*\\s${name}="([^"]*)"`).exec(svg)?.[1];

function checkIcon(appPackage: AppPackage, file: string): string | false {
  if (!appPackage.has(file)) return `${file} is not there`;
  if (!file.endsWith('.svg')) {
    return (
      appPackage.size(file) < PICTURE_BYTES_LEAST && `${file} has less than ${PICTURE_BYTES_LEAST} bytes`
    );
  }
  const sides = ['width', 'height'].map((name) => attributeOf(appPackage.text(file), name));
  return sides.some((side) => side !== '64') && `${file} needs width="64" and height="64"`;
}

const findWrongIcons = (appPackage: AppPackage): Finding[] =>
  iconsOf(appPackage).flatMap(({ where, file }) => findAt(where, checkIcon(appPackage, file)));

/** Rules on the app's icon. */
export const ICON_RULES: readonly Rule[] = [
  { name: 'icon', from: 'App SDK 3.0, app locations; fw-review FFS-05L', find: findWrongIcons },
];
