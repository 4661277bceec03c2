package org.diestra.platform.signin;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/** What the page for a new password may send. */
record PasswordForm(@Nullable String current, @Nullable String password, @Nullable String again) {

  String currentOrEmpty() {
    return current == null ? "" : current;
  }

  /** The new password. */
  String read(Viewer viewer, PasswordRules rules, Problems problems) {
    var fresh = password == null ? "" : password;
    rules.check(fresh, viewer.name(), viewer.email(), "password", problems);
    if (problems.none() && !fresh.equals(again)) {
      problems.add("again", "signin.password.differs");
    } else if (problems.none() && fresh.equals(current)) {
      problems.add("password", "signin.change.same");
    }
    return fresh;
  }

  @Override
  public String toString() {
    return "PasswordForm[]";
  }
}
