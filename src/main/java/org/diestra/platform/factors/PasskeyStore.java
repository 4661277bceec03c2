package org.diestra.platform.factors;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys in our own table, which Spring Security's verification reads and writes too. */
@Repository
class PasskeyStore implements UserCredentialRepository {
  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Passkey> of(PersonId person) {
    return jdbc.sql(
            """
            select id, name, backed_up, added_at, used_at from factors.passkey
            where person = :person order by added_at, id
            """)
        .param("person", person.value())
        .query((row, n) -> passkey(row))
        .list();
  }

  int count(PersonId person) {
    return jdbc.sql("select count(*) from factors.passkey where person = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** False if it is none of that person's. */
  boolean rename(PersonId person, PasskeyId passkey, String name) {
    return jdbc.sql("update factors.passkey set name = :name where id = :id and person = :person")
            .param("id", passkey.value())
            .param("person", person.value())
            .param("name", name)
            .update()
        == 1;
  }

  /** False if it is none of that person's. */
  boolean remove(PersonId person, PasskeyId passkey) {
    return jdbc.sql("delete from factors.passkey where id = :id and person = :person")
            .param("id", passkey.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  /** A new one, or what a sign-in changed in it. */
  @Override
  public void save(CredentialRecord record) {
    int updated =
        jdbc.sql(
                """
                update factors.passkey
                set signature_count = :count, backed_up = :backedUp, used_at = :now
                where credential_id = :credential
                """)
            .param("credential", record.getCredentialId().getBytes())
            .param("count", record.getSignatureCount())
            .param("backedUp", record.isBackupState())
            .param("now", at(clock.instant()))
            .update();
    if (updated == 0) {
      add(record);
    }
  }

  private void add(CredentialRecord record) {
    jdbc.sql(
            """
            insert into factors.passkey (id, person, name, credential_id, public_key, attestation,
              signature_count, transports, backup_eligible, backed_up, added_at)
            values (:id, :person, :name, :credential, :key, :attestation,
              :count, :transports, :eligible, :backedUp, :now)
            """)
        .param("id", Ids.fresh())
        .param("person", Handle.person(record.getUserEntityUserId()).value())
        .param("name", record.getLabel())
        .param("credential", record.getCredentialId().getBytes())
        .param("key", record.getPublicKey().getBytes())
        .param("attestation", attestation(record))
        .param("count", record.getSignatureCount())
        .param("transports", transports(record))
        .param("eligible", record.isBackupEligible())
        .param("backedUp", record.isBackupState())
        .param("now", at(clock.instant()))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return jdbc.sql("select * from factors.passkey where credential_id = :credential")
        .param("credential", credential.getBytes())
        .query((row, n) -> record(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return jdbc.sql("select * from factors.passkey where person = :person")
        .param("person", Handle.person(handle).value())
        .query((row, n) -> record(row))
        .list();
  }

  @Override
  public void delete(Bytes credential) {
    throw new UnsupportedOperationException("passkeys are removed by their owners");
  }

  private static byte[] attestation(CredentialRecord record) {
    var attestation = record.getAttestationObject();
    if (attestation == null) {
      throw new IllegalStateException("a passkey without its attestation");
    }
    return attestation.getBytes();
  }

  private static String[] transports(CredentialRecord record) {
    return record.getTransports().stream()
        .map(AuthenticatorTransport::getValue)
        .toArray(String[]::new);
  }

  private static CredentialRecord record(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(bytes(row, "credential_id")))
        .userEntityUserId(Handle.of(new PersonId(id(row, "person"))))
        .publicKey(new ImmutablePublicKeyCose(bytes(row, "public_key")))
        .attestationObject(new Bytes(bytes(row, "attestation")))
        .signatureCount(bigint(row, "signature_count"))
        .uvInitialized(true) // nobody gets one in here without
        .transports(
            texts(row, "transports").stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .backupEligible(bool(row, "backup_eligible"))
        .backupState(bool(row, "backed_up"))
        .label(text(row, "name"))
        .created(instant(row, "added_at"))
        .build();
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        new PasskeyId(id(row, "id")),
        text(row, "name"),
        bool(row, "backed_up"),
        instant(row, "added_at"),
        instantOrNull(row, "used_at"));
  }
}
