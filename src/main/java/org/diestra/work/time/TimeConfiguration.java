package org.diestra.work.time;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.home.HomePanel;
import org.diestra.platform.notifications.Channel;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.diestra.work.contracts.ContractEntry;
import org.diestra.work.contracts.ContractId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  static final String CUT = "time:cut";
  static final String SUBMISSION = "time:submission";
  static final String REMINDER = "time:reminder";
  static final String CLOSE = "time:close";

  @Bean
  static Timer timeCut(ObjectProvider<Stopwatch> stopwatch) {
    return new Timer(CUT, (key, due) -> stopwatch.getObject().cut(PersonId.of(key)));
  }

  @Bean
  static Timer timeSubmission(ObjectProvider<Timesheets> sheets) {
    return new Timer(SUBMISSION, (key, due) -> week(key, sheets.getObject()::submitDue));
  }

  @Bean
  static Timer timeReminder(ObjectProvider<Timesheets> sheets) {
    return new Timer(REMINDER, (key, due) -> week(key, sheets.getObject()::remind));
  }

  @Bean
  static Timer timeClose(ObjectProvider<Timesheets> sheets) {
    return new Timer(CLOSE, (key, due) -> week(key, sheets.getObject()::close));
  }

  @Bean
  static Timer bagTimer(ObjectProvider<BagCourse> bags) {
    return new Timer(BagCourse.BAG, (key, due) -> bags.getObject().look(ContractId.of(key)));
  }

  /** Months whose timer was given up. */
  @Bean
  static Every bagSweep(ObjectProvider<BagCourse> bags) {
    return Every.interval("time:months", Duration.ofHours(6), () -> bags.getObject().sweep());
  }

  @Bean
  static NoticeKind bagKind() {
    return NoticeKind.mailed(BagNotices.BAG, Topic.WORK, "time.kind.bag", "hourglass");
  }

  /** A week's key is its contract and its Monday. */
  private static void week(String key, BiConsumer<ContractId, Week> action) {
    var parts = key.split("/", 2);
    action.accept(ContractId.of(parts[0]), Week.read(parts[1]).orElseThrow());
  }

  @Bean
  static ContractEntry timeEntry() {
    return new ContractEntry("time", "time.title", "timer", 30);
  }

  @Bean
  static NavEntry timeNav() {
    return new NavEntry("/time", "time.nav", "timer", 52, Set.of(Audience.ASSISTANT))
        .counting("/time/count", Stopwatch.LIVE);
  }

  @Bean
  static HomePanel timerPanel() {
    return new HomePanel("/time/panel", "time.timer", 10, viewer -> viewer.assistant());
  }

  @Bean
  static NoticeKind weekKind() {
    return NoticeKind.mailed(TimeNotices.WEEK, Topic.WORK, "time.kind.week", "timer");
  }

  /** A question has to be answered before the week is closed. */
  @Bean
  static NoticeKind lineKind() {
    return new NoticeKind(
        TimeNotices.LINE, Topic.WORK, "time.kind.line", "timer", Channel.MAIL, true);
  }

  @Bean
  static NoticeKind cutKind() {
    return NoticeKind.mailed(TimeNotices.CUT, Topic.WORK, "time.kind.cut", "timer-off")
        .only(Audience.ASSISTANT);
  }
}
