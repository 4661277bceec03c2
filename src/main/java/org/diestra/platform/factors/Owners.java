package org.diestra.platform.factors;

import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The people of this house as Spring Security's passkeys know them. They are kept by accounts. */
@Component
class Owners implements PublicKeyCredentialUserEntityRepository {
  private final Accounts accounts;

  Owners(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return of(Handle.person(handle));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
    return of(PersonId.of(id));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity owner) {
    throw new UnsupportedOperationException("people are kept by accounts");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("people are kept by accounts");
  }

  @Nullable PublicKeyCredentialUserEntity of(PersonId person) {
    return accounts
        .contact(person)
        .map(contact ->
            ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Handle.of(person))
                .name(contact.email())
                .displayName(contact.name())
                .build())
        .orElse(null);
  }
}
