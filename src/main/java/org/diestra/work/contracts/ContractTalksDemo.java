package org.diestra.work.contracts;

import java.time.Clock;
import java.time.Duration;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.messaging.Messages;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** The demo's talk about the contract that is signed, in the language of its client. */
@Component
class ContractTalksDemo implements DemoPart {
  private static final int LINES = 4;
  private final Contracts contracts;
  private final Messages messages;
  private final Pages pages;
  private final Clock clock;

  ContractTalksDemo(Contracts contracts, Messages messages, Pages pages, Clock clock) {
    this.contracts = contracts;
    this.messages = messages;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "contracts:talks";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public void play(Cast cast) {
    var client = cast.viewer(Cast.STUDIO);
    contracts.of(client, null).forEach(contract -> talk(client, contract));
  }

  private void talk(Viewer client, Contract contract) {
    var words = pages.formats(client.locale(), client.zone());
    var thread = messages.open(ContractTalks.NAME, contract.id().value());
    for (int i = 0; i < LINES; i++) {
      var author = i % 2 == 0 ? client.id() : contract.assistant();
      var text = words.words("contracts.demo.talk." + i);
      var at = clock.instant().minus(Duration.ofHours(3L * (LINES - i)));
      messages.record(thread, author, text, contract.id() + ":" + i, at);
    }
  }
}
