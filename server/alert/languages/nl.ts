import type { AlertWords } from '../alert-words';

/** The alert ticket in Dutch. */
export const nl: AlertWords = {
  subject: '%APP_NAME% vraagt uw aandacht',
  unknown: 'Open de pagina van de app: daar staat wat er moet gebeuren.',
  meanwhile:
    'Er gaat niets verloren: contacten wachten en komen in injixo aan zodra het probleem is opgelost, elk in het eigen interval.',
  where:
    'Open %APP_NAME% in Freshdesk: de pagina laat zien sinds wanneer het probleem er is en of het is opgelost.',
  notCounted:
    'Dit ticket wordt niet als contact geteld. De app voegt een notitie toe wanneer het probleem is opgelost en opent geen tweede ticket zolang dit open is.',
  solved:
    'Het probleem is opgelost. Wat nog wacht, komt vanzelf in injixo aan; u hoeft verder niets te doen.',
  further: 'Er is nog een probleem.',
  advice: {
    injixo_key:
      'injixo accepteert de opgeslagen API-sleutel niet. Maak in injixo een nieuwe sleutel en sla die op in de instellingen van de app.',
    injixo_integration:
      'injixo herkent de integratie niet. Controleer in injixo of die nog bestaat, en controleer de configuratie-ID ervan in de instellingen van de app.',
    injixo_refuses: 'injixo weigert de verzoeken van deze app. Neem contact op met injixo-support.',
    injixo_moved: 'Het adres van injixo is veranderd. Werk de app bij.',
    injixo_counts_otherwise:
      'injixo heeft twee keer na elkaar minder contacten bevestigd dan de app heeft verzonden. Het verzenden is gestopt: vergelijk de vastgehouden contacten met injixo en verzend ze opnieuw of verwerp ze.',
    contacts_refused:
      'injixo heeft meerdere contacten na elkaar geweigerd. Controleer de configuratie-ID van de integratie in de instellingen van de app.',
    too_many_held:
      'Er worden te veel onduidelijke contacten vastgehouden. Beslis daarover voordat de app er meer verzendt.',
    freshdesk_key:
      'Freshdesk accepteert de opgeslagen API-sleutel niet. Sla de sleutel van een accountbeheerder op in de instellingen van de app.',
    freshdesk_scope:
      'De agent van wie de app de API-sleutel gebruikt, ziet niet alle tickets. Geef die agent globale toegang tot tickets.',
    freshdesk_forbidden:
      'Freshdesk weigert toegang tot gegevens die de app nodig heeft. Gebruik de API-sleutel van een accountbeheerder.',
    freshdesk_plan:
      'Uw Freshdesk-abonnement bevat een toegang niet die de app nodig heeft. Vraag Freshworks naar het abonnement.',
    freshdesk_suspended: 'Het Freshdesk-account is geblokkeerd. Neem contact op met Freshworks.',
    settings_invalid:
      'Een instelling van de app is ongeldig. “Sleutels controleren” laat zien welke; corrigeer die.',
    contacts_held: 'Er worden contacten vastgehouden. Beslis of ze opnieuw worden verzonden of verworpen.',
  },
};
