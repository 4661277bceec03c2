package org.diestra.hiring.proposals;

import java.util.LinkedHashMap;
import org.diestra.hiring.screening.Flags;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screened;
import org.diestra.hiring.screening.Screening;
import org.springframework.stereotype.Component;

/**
 * Reads what a bid says by the operator's rules before its client does. What a rule wants looked at
 * goes out all the same: a client waits for it, and only an operator may open the seal.
 */
@Component
class BidScreen {
  private final Screening screening;
  private final Flags flags;

  BidScreen(Screening screening, Flags flags) {
    this.screening = screening;
    this.flags = flags;
  }

  Screened read(BidContent said) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("letter", said.letter());
    said.answers().forEach((key, answer) -> texts.put("answers[" + key + "]", answer));
    texts.put("worker", said.worker());
    return screening.read(Place.BID, texts);
  }

  void flag(Bid bid, Screened found) {
    var href = "/jobs/" + bid.job() + Board.PATH + "/" + bid.id();
    flags.raise(bid.id().value(), href, found);
  }
}
