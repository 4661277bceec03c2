package org.diestra.platform.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A signed-in person as the session keeps it: the id alone. Rights are read anew at each request,
 * so that what is taken away ends at once.
 */
public final class PersonAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;
  private final PersonId person;

  public PersonAuthentication(PersonId person) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.person = person;
    setAuthenticated(true);
  }

  public PersonId person() {
    return person;
  }

  @Override
  public Object getPrincipal() {
    return person;
  }

  @Override
  public String getName() {
    return person.toString();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonAuthentication that && person.equals(that.person);
  }

  @Override
  public int hashCode() {
    return person.hashCode();
  }
}
