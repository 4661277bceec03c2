package org.diestra.platform.factors;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * This house as browsers and authenticators know it (WebAuthn Level 3): what they are asked, and
 * whether the answer is right. The name that passkeys are bound to is the host of {@code
 * DIESTRA_BASE_URL}; who moves the house to another one makes all passkeys useless.
 */
@Component
class RelyingParty {
  private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String NAME = "Diestra";
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW =
      new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
      new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final URI house;
  private final Environment environment;
  private final Owners owners;
  private final PasskeyStore store;
  private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

  RelyingParty(
      @Value("${diestra.base-url}") URI house,
      Environment environment,
      Owners owners,
      PasskeyStore store) {
    this.house = house;
    this.environment = environment;
    this.owners = owners;
    this.store = store;
  }

  /** An answer that could be read, and the challenge it says it answers. */
  record Answer<R extends AuthenticatorResponse>(
      PublicKeyCredential<R> credential, String challenge) {}

  /** Asks for a new passkey that is found without a name and that verifies its user. */
  String askForNew(PersonId person, Bytes challenge) {
    return json.writeValueAsString(creation(person, challenge));
  }

  /** Asks for any passkey of this house. */
  String askForAny(Bytes challenge) {
    return json.writeValueAsString(request(challenge));
  }

  Optional<Answer<AuthenticatorAttestationResponse>> readNew(String answer) {
    return read(answer, NEW)
        .filter(read -> read.credential().getResponse().getAttestationObject() != null);
  }

  Optional<Answer<AuthenticatorAssertionResponse>> readSigned(String answer) {
    return read(answer, SIGNED)
        .filter(read -> {
          var response = read.credential().getResponse();
          return response.getAuthenticatorData() != null
              && response.getSignature() != null
              && response.getUserHandle() != null;
        });
  }

  /** Keeps it if it is right; must run in a transaction. */
  boolean register(PersonId person, String name, Answer<AuthenticatorAttestationResponse> answer) {
    try {
      var asked = creation(person, Bytes.fromBase64(answer.challenge()));
      operations()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  asked, new RelyingPartyPublicKey(answer.credential(), name)));
      return true;
    } catch (WebAuthnException | IllegalArgumentException e) {
      LOG.debug("a new passkey was refused: {}", e.toString());
      return false;
    }
  }

  /** Whose passkey signed it; empty if nobody's, or not rightly. Must run in a transaction. */
  Optional<PersonId> verify(Answer<AuthenticatorAssertionResponse> answer) {
    try {
      var asked = request(Bytes.fromBase64(answer.challenge()));
      var owner =
          operations()
              .authenticate(new RelyingPartyAuthenticationRequest(asked, answer.credential()));
      var named = answer.credential().getResponse().getUserHandle();
      return owner != null && owner.getId().equals(named)
          ? Optional.of(Handle.person(owner.getId()))
          : Optional.empty();
    } catch (WebAuthnException | IllegalArgumentException e) {
      LOG.debug("a passkey was refused: {}", e.toString());
      return Optional.empty();
    }
  }

  private PublicKeyCredentialCreationOptions creation(PersonId person, Bytes challenge) {
    var owner = owners.of(person);
    if (owner == null) {
      throw new IllegalStateException("nobody to give a passkey to");
    }
    return PublicKeyCredentialCreationOptions.builder()
        .rp(PublicKeyCredentialRpEntity.builder().id(house.getHost()).name(NAME).build())
        .user(owner)
        .challenge(challenge)
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .excludeCredentials(
            store.findByUserId(owner.getId()).stream().map(RelyingParty::known).toList())
        .attestation(AttestationConveyancePreference.NONE)
        .timeout(PATIENCE)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Bytes challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(house.getHost())
        .challenge(challenge)
        .allowCredentials(List.of())
        .userVerification(UserVerificationRequirement.REQUIRED)
        .timeout(PATIENCE)
        .build();
  }

  private static PublicKeyCredentialDescriptor known(CredentialRecord passkey) {
    return PublicKeyCredentialDescriptor.builder()
        .type(PublicKeyCredentialType.PUBLIC_KEY)
        .id(passkey.getCredentialId())
        .transports(passkey.getTransports())
        .build();
  }

  private <R extends AuthenticatorResponse> Optional<Answer<R>> read(
      String answer, TypeReference<PublicKeyCredential<R>> type) {
    try {
      var credential = json.readValue(answer, type);
      if (credential == null
          || credential.getRawId() == null
          || credential.getResponse() == null
          || credential.getResponse().getClientDataJSON() == null) {
        return Optional.empty();
      }
      var data = credential.getResponse().getClientDataJSON().getBytes();
      var challenge =
          json.readTree(new String(data, StandardCharsets.UTF_8)).path("challenge").asString("");
      return Optional.of(new Answer<>(credential, challenge));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.debug("what should be a passkey can't be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Made when it is first needed: its parsers take their time, and most starts do without. */
  private Webauthn4JRelyingPartyOperations operations() {
    var made = operations;
    if (made == null) {
      var entity = PublicKeyCredentialRpEntity.builder().id(house.getHost()).name(NAME).build();
      made = new Webauthn4JRelyingPartyOperations(owners, store, entity, Set.of(origin()));
      operations = made;
    }
    return made;
  }

  /** Scheme, host and port alone. On a port that was chosen at the start, that one. */
  private String origin() {
    var port = house.getPort() == 0 ? environment.getProperty("local.server.port") : null;
    return port == null
        ? house.getScheme() + "://" + house.getAuthority()
        : house.getScheme() + "://" + house.getHost() + ":" + port;
  }
}
