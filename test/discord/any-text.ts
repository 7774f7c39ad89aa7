// Text of any UTF-16 units at all, halves of characters among them.
import fc from 'fast-check';

/** fast-check's own unit of that kind takes seconds to set up, while nothing else happens. */
const unit = fc.oneof(
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  fc.nat(0x7f).map((code) => String.fromCharCode(code)),
);

export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit, maxLength });
