package org.diestra.office.contacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.contacts.Keeping.Put;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.CsvRows;
import org.diestra.platform.base.Hash;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Whom a bookshop deals with; two of them stand there twice. */
@Component
class ContactsDemo implements DemoPart {
  private static final String FILE = "bookshop.data.txt";
  private static final CsvRows.Bounds BOUNDS = new CsvRows.Bounds(100, 20, 1_000);
  private final Workspaces workspaces;
  private final Keeping keeping;
  private final TransactionOperations transactions;

  ContactsDemo(Workspaces workspaces, Keeping keeping, TransactionOperations transactions) {
    this.workspaces = workspaces;
    this.keeping = keeping;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "contacts:bookshop";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var puts = new ArrayList<Put>();
    for (var row : rows()) {
      var card = card(row);
      puts.add(new Put(Hash.of(card.uid()).substring(0, 20) + ".vcf", card, card.bytes()));
    }
    transactions.executeWithoutResult(
        tx -> keeping.put(room, puts, What.CHANGED, Way.FILE, cast.person(Cast.CLIENT)).orFail());
  }

  /** Given name, family name, organisation, role, phone, mail, street, code, town, groups, note. */
  private static List<CsvRows.Row> rows() {
    try (var in = new ClassPathResource(FILE, ContactsDemo.class).getInputStream()) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CsvRows.read(text.getBytes(StandardCharsets.UTF_8), BOUNDS);
    } catch (IOException | CsvRows.Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Card card(CsvRows.Row row) {
    var lines = new ArrayList<CardLine>();
    lines.add(CardLine.parts("N", List.of(row.cell(1), row.cell(0), "", "", "")));
    if (!row.cell(2).isEmpty()) {
      lines.add(CardLine.text("ORG", row.cell(2)));
    }
    add(lines, "TITLE", row.cell(3));
    if (!row.cell(4).isEmpty()) {
      lines.add(
          CardLine.text("TEL", row.cell(4))
              .typed(Contact.OF_PHONE, row.cell(4).startsWith("+34 6") ? "cell" : "work"));
    }
    if (!row.cell(5).isEmpty()) {
      lines.add(CardLine.text("EMAIL", row.cell(5)).typed(Contact.OF_MAIL, "work"));
    }
    if (!row.cell(6).isEmpty()) {
      var place = List.of("", "", row.cell(6), row.cell(8), "", row.cell(7), "España");
      lines.add(CardLine.parts("ADR", place).typed(Contact.OF_PLACE, "work"));
    }
    if (!row.cell(9).isEmpty()) {
      lines.add(CardLine.of("CATEGORIES", row.cell(9).replace(" / ", ",")));
    }
    add(lines, "NOTE", row.cell(10));
    var card = Card.fresh("demo-contact-" + row.line() + "@diestra").plus(lines);
    return card.plus(List.of(CardLine.text("FN", Editing.called(card))));
  }

  private static void add(List<CardLine> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(CardLine.text(name, value));
    }
  }
}
