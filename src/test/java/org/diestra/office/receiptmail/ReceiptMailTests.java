package org.diestra.office.receiptmail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.mail.OpenDoor;
import org.diestra.platform.mail.Replies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers that come to a client's books by mail. */
@HouseTest
class ReceiptMailTests extends OfficeDesk {
  private static final String SHOP = "billing@shop.example";
  @Autowired Books books;
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  @Autowired ObjectProvider<Replies> replies;
  @Autowired Clock clock;
  private UUID contract;
  private OpenDoor door;

  @BeforeEach
  void booksAndADoor() throws Exception {
    contract = works(assistant, Area.BOOKKEEPING);
    var today = LocalDate.ofInstant(clock.instant(), workspaces.get(room).zone());
    var eur = Currency.getInstance("EUR");
    var book = new Book(room, Chart.SPAIN, eur, 1, today.minusYears(1), null, false, 1);
    Caller.person(owner.id().value()).run(() -> books.open(books.pass(owner, room), book).orFail());
    door = OpenDoor.open(jdbc, replies);
    text(assistant, page());
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String page() {
    return "/w/" + room + "/books/receipts/mail";
  }

  private String address(Viewer viewer) {
    return door.address(
        house.call(() ->
            jdbc.sql("select id from receiptmail.box where workspace = :room and person = :person")
                .param("room", room.value())
                .param("person", viewer.id().value())
                .query(UUID.class)
                .single()));
  }

  private long waiting() {
    return house.call(() ->
        jdbc.sql("select count(*) from bookkeeping.receipt where workspace = :room")
            .param("room", room.value())
            .query(Long.class)
            .single());
  }

  private static byte[] pdf() throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    }
  }

  /** Of noise, which no format makes small. */
  private static byte[] picture(int side) throws IOException {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var random = new Random(side);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    }
  }

  private static MimeBodyPart file(String name, byte[] content) throws Exception {
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
    part.setFileName(name);
    return part;
  }

  private static MimeMessage mail(MimeBodyPart... files) throws Exception {
    var mail = OpenDoor.mail(SHOP, "");
    var words = new MimeBodyPart();
    words.setText("Your invoice", "UTF-8");
    var whole = new MimeMultipart(words);
    for (var one : files) {
      whole.addBodyPart(one);
    }
    mail.setContent(whole);
    return mail;
  }

  /** A shop's program, whose server sends in its own name. */
  private String bring(MimeMessage mail, String to) throws Exception {
    mail.setHeader("Auto-Submitted", "auto-generated");
    return door.bring(mail, "bounce@programs.example", to);
  }

  @Test
  void whatAShopsProgramSendsWaitsAmongTheReceiptsOnce() throws Exception {
    var mail =
        mail(
            file("Factura 17.pdf", pdf()),
            file("foto.png", picture(120)),
            file("logo.png", picture(20)),
            file("tool.exe", new byte[] {'M', 'Z', 1, 2, 3}));
    assertThat(bring(mail, address(assistant))).isEmpty();
    assertThat(bring(mail, address(assistant))).isEmpty(); // the other server did not hear us
    assertThat(waiting()).isEqualTo(2);
    assertThat(text(owner, "/w/" + room + "/books/receipts"))
        .contains("Factura 17.pdf", "foto.png", "Rosa")
        .doesNotContain("logo.png", "tool.exe");
    assertThat(text(assistant, "/notifications")).contains("justificantes");
  }

  @Test
  void aMailWithoutAPaperIsRefused() throws Exception {
    assertThat(bring(mail(file("logo.png", picture(20))), address(assistant)))
        .contains("550", "no paper");
    assertThat(waiting()).isZero();
  }

  @Test
  void anAddressThatWasGivenUpOrWhoseHolderLeftReachesNobody() throws Exception {
    var old = address(assistant);
    assertThat(send(assistant, page()).getStatus()).isEqualTo(302);
    assertThat(door.bring(mail(file("a.pdf", pdf())), SHOP, old)).contains("550", "nobody");
    var now = address(assistant);
    assertThat(now).isNotEqualTo(old);
    assertThat(bring(mail(file("a.pdf", pdf())), now)).isEmpty();
    assertThat(waiting()).isEqualTo(1);
    workspaces.close(contract, null);
    assertThat(bring(mail(file("b.pdf", pdf())), now)).contains("550", "nobody");
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void noMoreThanAHundredComeInADay() throws Exception {
    var ten = new MimeBodyPart[10];
    for (int mail = 0; mail < 10; mail++) {
      for (int i = 0; i < ten.length; i++) {
        ten[i] = file(mail + "-" + i + ".pdf", pdf());
      }
      assertThat(bring(mail(ten), address(assistant))).isEmpty();
    }
    assertThat(bring(mail(file("one.pdf", pdf())), address(assistant))).contains("too many");
    assertThat(waiting()).isEqualTo(100);
    text(owner, page());
    assertThat(bring(mail(file("one.pdf", pdf())), address(owner))).isEmpty(); // another's
  }
}
