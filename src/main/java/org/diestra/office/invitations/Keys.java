package org.diestra.office.invitations;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Seal;
import org.springframework.stereotype.Component;

/**
 * The links by which whoever has no account answers. The table keeps a hash to find them by and the
 * link itself sealed, to write it into later letters.
 */
@Component
class Keys {
  private static final String PURPOSE = "invitations:key";
  private final Seal seal;

  Keys(Seal seal) {
    this.seal = seal;
  }

  byte[] sealed(GuestId id, Token token) {
    return seal.close(PURPOSE, id.value(), token.text().getBytes(StandardCharsets.US_ASCII));
  }

  /** Their own page. */
  String href(Guest of) {
    var token = seal.open(PURPOSE, of.id().value(), of.key());
    return href(new Token(new String(token, StandardCharsets.US_ASCII)));
  }

  static String href(Token token) {
    return "/meetings/" + token.text();
  }
}
