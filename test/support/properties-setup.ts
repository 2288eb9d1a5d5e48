import fc from 'fast-check';

/** A property that fails is made smaller for this long at most: in the end its test must say that it failed. */
fc.configureGlobal({ interruptAfterTimeLimit: 20_000 });
