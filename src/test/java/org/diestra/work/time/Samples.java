package org.diestra.work.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Entry.Facts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;

/** Lines and stretches for tests of plain states. */
final class Samples {
  static final ContractId CONTRACT = new ContractId(Ids.fresh());
  static final PersonId ROSA = new PersonId(Ids.fresh());
  static final String NOTE = "Facturas de proveedores";

  private Samples() {}

  static Span span(String from, int minutes) {
    var start = Instant.parse(from);
    return new Span(start, start.plus(minutes, ChronoUnit.MINUTES));
  }

  static Entry.Open line(String from, int minutes) {
    return line(span(from, minutes), Source.TIMER);
  }

  static Entry.Open line(Span span, Source source) {
    return new Entry.Open(
        new Facts(
            new EntryId(Ids.fresh()),
            CONTRACT,
            ROSA,
            Week.of(span.from()),
            new Said(span, null, NOTE),
            source,
            0,
            1,
            span.to(),
            span.to()));
  }
}
