// Preloaded (`node --import`), shows a process another time: its clock starts at AYUMI_TEST_CLOCK.
const RealDate = Date;
const shift = RealDate.parse(process.env.AYUMI_TEST_CLOCK) - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
