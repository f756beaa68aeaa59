export { mebibytesShown as mebibytes } from '../units/bytes';
