package org.diestra.hiring.proposals;

import java.util.List;
import org.diestra.hiring.screening.Action;
import org.diestra.hiring.screening.Finding;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.platform.messaging.MessageCheck.Remark;
import org.springframework.stereotype.Component;

/** What the operator's rules say about the words of a client and a bidder, wherever they talk. */
@Component
public class TalkScreen {
  private final Screening screening;

  TalkScreen(Screening screening) {
    this.screening = screening;
  }

  public List<Remark> read(String text) {
    return screening.check(text, Place.MESSAGE).stream().map(TalkScreen::remark).toList();
  }

  /** Nobody reads a talk before its other side does, so what would wait for that is stopped. */
  private static Remark remark(Finding finding) {
    boolean stops = finding.action() != Action.WARN;
    return new Remark(stops, finding.english(), finding.spanish(), finding.excerpt());
  }
}
