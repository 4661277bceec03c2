package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A way in without a password, offered beside it where the browser can. Its script fills in the
 * form {@code [data-passkey]} and sends it.
 */
public interface SignInOffer {
  /** Where the form goes; it answers with the sign-in page where it refuses. */
  String action();

  /** The asset that is its script. */
  String script();

  /** What the browser is to answer, as JSON: asked anew for each page. */
  String question(HttpServletRequest request);
}
