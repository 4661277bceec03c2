package org.diestra.hiring.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.demo.Assistant;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The demo's samples: work in the assistants' best areas, from the text beside this class. */
@Component
class SamplesDemo implements DemoPart {
  /** So many show something; the others have still to. */
  private static final int SHOWING = 24;

  /** The first ones show two areas. */
  private static final int SHOWING_TWO = 4;

  private final Samples samples;
  private final Blobs blobs;

  SamplesDemo(Samples samples, Blobs blobs) {
    this.samples = samples;
    this.blobs = blobs;
  }

  private record Piece(
      String locale, Area area, String file, String title, String what, String content) {}

  @Override
  public String name() {
    return "samples:files";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void play(Cast cast) {
    var pieces = pieces();
    var showing = cast.assistants().stream().limit(SHOWING).toList();
    for (int n = 0; n < showing.size(); n++) {
      var assistant = showing.get(n);
      var person = cast.person(assistant.email());
      for (var area : assistant.areas().stream().limit(n < SHOWING_TWO ? 2 : 1).toList()) {
        bring(person, assistant, piece(pieces, assistant, area), n);
      }
    }
  }

  private static Piece piece(List<Piece> pieces, Assistant assistant, Area area) {
    return pieces.stream()
        .filter(p -> p.area() == area && p.locale().equals(assistant.locale()))
        .findFirst()
        .orElseThrow();
  }

  /** Each one's file is their own: their name stands at its end. */
  private void bring(PersonId person, Assistant assistant, Piece piece, int n) {
    var bytes = (piece.content() + "\n" + assistant.name() + "\n").getBytes(StandardCharsets.UTF_8);
    try (var in = new ByteArrayInputStream(bytes)) {
      var file = blobs.store(in, Purpose.SAMPLE, piece.file(), person.value()).orFail();
      var rights = n % 2 == 0 ? Rights.ANONYMISED : Rights.OWN;
      var said = new Sample(piece.area(), piece.title(), piece.what(), rights, true);
      samples.add(person, file, said, false).orFail();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blocks that begin with a line {@code == locale|area|file|title|what}. */
  private static List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    for (var block : text().split("(?m)^== ")) {
      int end = block.indexOf('\n');
      if (end > 0) {
        var head = block.substring(0, end).split("\\|");
        pieces.add(
            new Piece(
                head[0],
                Area.read(head[1]).orElseThrow(),
                head[2],
                head[3],
                head[4],
                block.substring(end + 1)));
      }
    }
    return pieces;
  }

  private static String text() {
    try (var in = Objects.requireNonNull(SamplesDemo.class.getResourceAsStream("demo.data.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
