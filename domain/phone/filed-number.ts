/** A number as the directory files it: the canonical number, or the literal digits of an internal one. */
export interface FiledNumber {
  /** E.164, or the digits of an internal number exactly as stored. */
  whole: string;
  extension?: string;
}
