import type { Persona } from '../../lib/operations/persona.ts';

/** The invented people of the Mission. */
export const missionPeople = {
  ines: {
    email: 'ines.lacombe@mission.example',
    name: 'Inès Lacombe',
    description: 'Examine et évalue les dossiers',
    roles: ['reviewer'],
  },
  hugo: { email: 'hugo.bertin@mission.example', name: 'Hugo Bertin', description: 'Examine et évalue les dossiers', roles: ['reviewer'] },
  salome: {
    email: 'salome.ferrand@mission.example',
    name: 'Salomé Ferrand',
    description: 'Examine et évalue les dossiers',
    roles: ['reviewer'],
  },
  noe: { email: 'noe.castel@comite.example', name: 'Noé Castel', description: 'Siège au comité de sélection', roles: ['committee'] },
  claire: {
    email: 'claire.vasseur@comite.example',
    name: 'Claire Vasseur',
    description: 'Départage, puis fige la proposition',
    roles: ['chair'],
  },
  ousmane: {
    email: 'ousmane.diallo@mission.example',
    name: 'Ousmane Diallo',
    description: 'Publie les décisions, émet les chartes',
    roles: ['administrator'],
  },
  agathe: {
    email: 'agathe.morel@mission.example',
    name: 'Agathe Morel',
    description: 'Gère les rôles et les appels',
    roles: ['administrator'],
  },
} satisfies Record<string, Persona>;
