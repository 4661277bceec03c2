package org.diestra.office.booking;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Seal;
import org.springframework.stereotype.Component;

/**
 * The links by which guests, who have no account, come back to what is theirs. The table keeps a
 * hash to find them by and the link itself sealed, to write it into later letters.
 */
@Component
class Keys {
  private static final String PURPOSE = "booking:key";
  private final Seal seal;

  Keys(Seal seal) {
    this.seal = seal;
  }

  byte[] sealed(AppointmentId id, Token token) {
    return seal.close(PURPOSE, id.value(), token.text().getBytes(StandardCharsets.US_ASCII));
  }

  Token token(Appointment of) {
    return new Token(
        new String(seal.open(PURPOSE, of.id().value(), of.key()), StandardCharsets.US_ASCII));
  }

  /** The guest's own page. */
  String href(Appointment of) {
    return href(token(of));
  }

  static String href(Token token) {
    return "/appointments/" + token.text();
  }
}
