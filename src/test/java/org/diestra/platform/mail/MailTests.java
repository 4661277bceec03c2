package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class MailTests {
  @Autowired private Mail mail;
  @Autowired private LetterStore store;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transactions;
  private final String address = Ids.text(Ids.fresh()) + "@house.test";

  @Test
  void withoutAServerALetterIsKeptInBothItsParts() {
    mail.send(
        letter()
            .heading("Welcome")
            .text("Ana & you <b>meet</b>\nhere")
            .button("Confirm", "/confirm?token=abc")
            .small("Ignore it"));

    var last = LastMail.to(jdbc, address).orElseThrow();
    assertThat(last.text()).contains("WELCOME", "Ana & you <b>meet</b>\nhere", "Ignore it");
    assertThat(last.link("/confirm")).isEqualTo("/confirm?token=abc");
    assertThat(last.html())
        .contains("Ana &amp; you &lt;b&gt;meet&lt;/b&gt;<br>", "/confirm?token=abc\"")
        .doesNotContain("<b>meet");
  }

  @Test
  void aLetterOfATransactionThatFailedIsNotThere() {
    transactions.executeWithoutResult(tx -> {
      mail.send(letter());
      tx.setRollbackOnly();
    });
    assertThat(LastMail.to(jdbc, address)).isEmpty();
  }

  @Test
  void theSameLetterIsSentOnce() {
    mail.send(letter().withOnce(address));
    mail.send(letter().withOnce(address));
    assertThat(LastMail.count(jdbc, address)).isEqualTo(1);
  }

  @Test
  void anAddressCanNotBeFlooded() {
    for (int i = 0; i < Allowance.A_DAY + 5; i++) {
      mail.send(letter());
    }
    var key = address.toLowerCase(Locale.ROOT);
    var counts = store.recent(Set.of(key), clock.instant()).get(key);
    assertThat(counts.day()).isEqualTo(Allowance.A_DAY + 5);
    assertThat(inState("HELD")).isEqualTo(5);
    assertThat(leavingNow()).isEqualTo(Allowance.AN_HOUR + 5);
  }

  @Test
  void aSetIsBoundedAsItsLettersAre() {
    mail.send(Stream.generate(this::letter).limit(Allowance.AN_HOUR + 3).toList());
    assertThat(leavingNow()).isEqualTo(Allowance.AN_HOUR);
    mail.send(List.of(letter().withOnce(address), letter().withOnce(address)));
    assertThat(LastMail.count(jdbc, address)).isEqualTo(Allowance.AN_HOUR + 4);
  }

  private int leavingNow() {
    return jdbc.sql("select count(*) from mail.letter where address = :a and next_try <= :now")
        .param("a", address.toLowerCase(Locale.ROOT))
        .param("now", Row.at(clock.instant()))
        .query(Integer.class)
        .single();
  }

  private int inState(String state) {
    return jdbc.sql("select count(*) from mail.letter where address = :a and state = :s")
        .param("a", address.toLowerCase(Locale.ROOT))
        .param("s", state)
        .query(Integer.class)
        .single();
  }

  private Letter letter() {
    return Letter.to(address, Locale.ENGLISH, "mail:test", "Hello");
  }
}
