import { respondAboutService, services } from '../../../api/served/service-badges.ts';

export const getStaticPaths = services;

export const GET = respondAboutService('json');
