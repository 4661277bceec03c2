package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds who is looking, once a request: the session knows the person, the database the rights. */
@Component
public class Viewers {
  private static final String KEPT = Viewers.class.getName();
  private final AccountStore store;

  Viewers(AccountStore store) {
    this.store = store;
  }

  /** Empty for a guest, and for a session whose person is gone or kept out. */
  public Optional<Viewer> of(HttpServletRequest request) {
    if (request.getAttribute(KEPT) instanceof Optional<?> kept) {
      return kept.map(Viewer.class::cast);
    }
    var found = signedIn().flatMap(store::visitor);
    request.setAttribute(KEPT, found);
    return found;
  }

  /** Forgets what was read, after the person changed something that this page shows. */
  public void forget(HttpServletRequest request) {
    request.removeAttribute(KEPT);
  }

  static Optional<PersonId> signedIn() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication p
        ? Optional.of(p.person())
        : Optional.empty();
  }
}
