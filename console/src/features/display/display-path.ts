export const DISPLAY_PATH = '/console/display';
