package org.diestra.money.direct;

import java.util.List;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Plan;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells each side what the other says of payments from account to account. */
@Component
class DirectNotices {
  static final String SAID = "direct:said";
  static final String ANSWERED = "direct:answered";
  static final String DUE = "direct:due";

  /** Under which the pages of payments wait as well. */
  private final Notifications notifications;

  private final Sides sides;
  private final MoneyNews news;

  DirectNotices(Notifications notifications, Sides sides, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.news = news;
  }

  /** The client hears what is due, and until when. */
  void due(Plan plan, Due due) {
    tellClient(plan, due, "direct.notice.due", "direct:due:" + due.entry());
    changed(plan);
  }

  /** Its day is over, or it is late by weeks. */
  void remind(Plan plan, Due due, int times) {
    tellClient(plan, due, "direct.notice.late", "direct:late:" + due.entry() + ":" + times);
  }

  private void tellClient(Plan plan, Due due, String key, String once) {
    var to = sides.name(Side.ASSISTANT, plan.client(), plan.assistant());
    tell(
        sides.people(Side.CLIENT, plan.client(), plan.assistant()),
        DUE,
        page(plan.contract()),
        key,
        once,
        due.open(),
        to,
        due.dueOn());
  }

  void said(Plan plan, Proof said) {
    tellAssistant(plan, said, "direct.notice.said", "direct:said:" + said.facts().id());
    changed(plan);
  }

  /** Nobody has said yet whether it arrived. */
  void askAgain(Plan plan, Proof said, int days) {
    tellAssistant(
        plan, said, "direct.notice.silent", "direct:silent:" + said.facts().id() + ":" + days);
  }

  private void tellAssistant(Plan plan, Proof proof, String key, String once) {
    var facts = proof.facts();
    var from = sides.name(Side.CLIENT, plan.client(), plan.assistant());
    tell(
        List.of(plan.assistant()),
        SAID,
        facts.href(),
        key,
        once,
        from,
        facts.amount(),
        facts.paidOn());
  }

  void answered(Plan plan, Proof proof) {
    var facts = proof.facts();
    var by = sides.name(Side.ASSISTANT, plan.client(), plan.assistant());
    boolean arrived = proof instanceof Arrived;
    tell(
        sides.people(Side.CLIENT, plan.client(), plan.assistant()),
        ANSWERED,
        facts.href(),
        arrived ? "direct.notice.arrived" : "direct.notice.denied",
        "direct:answered:" + facts.id() + ":" + facts.version(),
        by,
        proof instanceof Arrived it ? it.amount() : facts.amount());
    changed(plan);
  }

  /** Nothing more is to be paid of it. */
  void letGo(Plan plan, Due due) {
    tell(
        sides.people(Side.CLIENT, plan.client(), plan.assistant()),
        ANSWERED,
        page(plan.contract()),
        "direct.notice.let-go",
        "direct:let-go:" + due.entry(),
        sides.name(Side.ASSISTANT, plan.client(), plan.assistant()),
        due.rest());
    changed(plan);
  }

  void withdrawn(Plan plan, Proof proof) {
    tellAssistant(plan, proof, "direct.notice.withdrawn", "direct:withdrawn:" + proof.facts().id());
    changed(plan);
  }

  private void tell(
      List<PersonId> people, String kind, String page, String key, String once, Object... args) {
    for (var person : people) {
      notifications.tell(Notice.to(person, kind, page, key, args).once(once));
    }
  }

  /** The open pages of both sides show it anew. */
  private void changed(Plan plan) {
    news.changed(plan);
  }

  static String page(ContractId contract) {
    return "/contracts/" + contract + "/money/direct";
  }
}
