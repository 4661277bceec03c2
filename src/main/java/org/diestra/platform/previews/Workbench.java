package org.diestra.platform.previews;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLStreamException;
import org.diestra.platform.blobs.FileType;

/**
 * The process apart, in which strangers' files are opened: an order a line comes in, an answer a
 * line goes out. Whatever a file does to it, the house goes on; {@link Studio} starts it, waits so
 * long and no longer, and ends it.
 */
final class Workbench {
  /** The exit code of one that had nothing to do. */
  static final int IDLE = 75;

  private static volatile long lastUsed = System.nanoTime();
  private static volatile boolean busy;

  private Workbench() {}

  /**
   * @param args for how many seconds it waits for an order before it leaves
   */
  public static void main(String[] args) throws IOException {
    var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // nothing else may speak on this line
    ImageIO.setUseCache(false);
    var patience = Duration.ofSeconds(Long.parseLong(args[0]));
    Thread.ofPlatform().daemon().start(() -> leaveWhenIdle(patience));
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = orders.readLine()) != null; ) {
      busy = true;
      answers.println(answer(Order.read(line)).line());
      lastUsed = System.nanoTime();
      busy = false;
    }
  }

  private static void leaveWhenIdle(Duration patience) {
    while (busy || System.nanoTime() - lastUsed < patience.toNanos()) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        return;
      }
    }
    Runtime.getRuntime().halt(IDLE);
  }

  private static Answer answer(Order order) {
    try {
      return make(order);
    } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
      // Decoders answer broken files with exceptions of every kind; here, all mean the same.
      return new Answer.Failed();
    }
  }

  static Answer make(Order order) throws IOException, XMLStreamException {
    return switch (order.work()) {
      case FIT -> keep(order, Pictures.fit(order.from(), order.type(), order.pixels()), 1);
      case SQUARE -> keep(order, Pictures.square(order.from(), order.type(), order.pixels()), 1);
      case PAGE -> {
        var page = PdfPage.render(order.from(), order.page(), order.pixels());
        yield keep(order, page.image(), page.pages());
      }
      case FINGERPRINT ->
          new Answer.Looks(
              Fingerprint.of(Pictures.fit(order.from(), order.type(), order.pixels())));
      case TABLE -> table(order);
      case WORDS -> {
        Files.writeString(order.to(), Extract.read(order.from(), order.type(), order.pixels()));
        yield new Answer.Words();
      }
    };
  }

  private static Answer keep(Order order, BufferedImage picture, int pages) throws IOException {
    var marked = order.mark().isEmpty() ? picture : Watermark.over(picture, order.mark());
    return new Answer.Picture(Pictures.write(marked, order.pixels(), order.to()), pages);
  }

  private static Answer table(Order order) throws IOException, XMLStreamException {
    var table = order.type() == FileType.ODS ? Ods.read(order.from()) : Xlsx.read(order.from());
    Files.writeString(order.to(), Csv.write(table.rows()));
    return new Answer.Rows(table.more());
  }
}
