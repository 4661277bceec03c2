package org.diestra.office.journeys;

import java.time.LocalDate;
import java.time.ZoneId;

/** Mails and passes for tests of other modules. */
public final class SampleMails {
  private static final Reader READER =
      new Reader(LocalDate.of(2083, 3, 27), ZoneId.of("America/Bogota"));

  private SampleMails() {}

  /** Las Palmas to Madrid in the night of the change to summer time. */
  public static String mail() {
    return ReaderTests.mail();
  }

  /** Auckland to Honolulu, over the date line. */
  public static byte[] pass() {
    return ReaderTests.pass(ReaderTests.code(), "2083-04-03T10:00+13:00");
  }

  public static LegForm read(String text) {
    return READER.read(text).orFail().getFirst();
  }

  public static LegForm read(byte[] bytes) {
    return READER.read(bytes).orFail().getFirst();
  }
}
