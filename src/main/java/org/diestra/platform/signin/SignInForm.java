package org.diestra.platform.signin;

import org.jspecify.annotations.Nullable;

/** What the sign-in page may send. */
record SignInForm(@Nullable String email, @Nullable String password, @Nullable String next) {
  @Override
  public String toString() {
    return "SignInForm[]";
  }
}
