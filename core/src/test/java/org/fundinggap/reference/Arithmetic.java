package org.fundinggap.reference;

import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/**
 * The two functions of the page that plain arithmetic does not give, in two makes.
 *
 * <p>With those of the library, one number at a time, the reference has the model's bits; with
 * those of the platform it owes the library nothing.
 */
enum Arithmetic {
  /** The kernels of the library, whose own errors are tested elsewhere. */
  KERNELS {
    @Override
    double exp(double x) {
      return Exp.exp(x);
    }

    @Override
    double log(double x) {
      return Log.log(x);
    }
  },

  /** The platform's, within 1 ulp. */
  TEXTBOOK {
    @Override
    double exp(double x) {
      return StrictMath.exp(x);
    }

    @Override
    double log(double x) {
      return StrictMath.log(x);
    }
  };

  abstract double exp(double x);

  abstract double log(double x);
}
