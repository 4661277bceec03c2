package org.diestra.office.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.platform.base.Hash;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.diestra.platform.vcard.CardLine;

/** Cards of a file, each under an identifier of its own. */
final class Identified {
  private Identified() {}

  /**
   * By UID. One that has none gets one of what it says, so that the same file brings it but once;
   * and so does one whose UID another has in the same file, since neither is to be lost.
   */
  static Map<String, Card> of(CardFile file) {
    var all = new LinkedHashMap<String, Card>();
    for (var card : file.cards()) {
      var uid = card.uid();
      var twin = all.get(uid);
      if (twin != null && Keeping.changed(twin, card).isEmpty()) {
        continue;
      }
      if (uid.isEmpty() || uid.length() > 500 || twin != null) {
        var own = "urn:sha256:" + Hash.of(said(card));
        all.putIfAbsent(own, card.without("UID").plus(List.of(CardLine.text("UID", own))));
      } else {
        all.put(uid, card);
      }
    }
    return all;
  }

  private static String said(Card card) {
    return card.without("REV", "PRODID").text();
  }
}
