package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bids side by side: kept, declined, noted, without names; somebody invited, and a job's end. */
@Tag("browser")
@HouseTest
class ComparisonStory extends Story {
  private static final String KEEP = "form[action$='/shortlisting'] button";
  private static final String DECLINE = "main a[href$='/decline']";

  @ParameterizedTest
  @EnumSource
  void bidsAreComparedAndTheJobIsClosed(Way way) {
    var lucia = client(way, "Lucía Ferrer");
    var job = jobs.hourly(lucia);
    var authors =
        List.of(
            bookkeeper(way, "Rosa Gil"), bookkeeper(way, "Iván Soto"), bookkeeper(way, "Ana Paz"));
    authors.forEach(author -> bids.send(author, job));
    var client = window(way, lucia);

    keepOne(client, job);
    declineOne(client, job, way);
    note(client, job);
    hideNames(client, job);
    invite(client, job, way);
    close(client, job);
    authors.forEach(author -> isTold(author, way));
  }

  private void keepOne(Window client, JobId job) {
    client.open("/jobs/" + job + "/bids");
    assertThat(client.count(KEEP)).isEqualTo(3);
    client.act(KEEP, "proposals.kept");
    assertThat(client.count(KEEP)).isEqualTo(2);
    assertThat(client.count("tbody.kept")).isEqualTo(1);
    client.open("/jobs/" + job + "/bids?show=kept");
    assertThat(client.count("tbody.bid")).isEqualTo(1);
  }

  /** Not without a reason; and the no can be taken back. */
  private void declineOne(Window client, JobId job, Way way) {
    client.open("/jobs/" + job + "/bids?show=undecided");
    client.press(DECLINE);
    client.press("main form button.stop");
    client.refuses(422, "reason");
    client.choose("reason", "hours");
    client.press("main form button.stop");
    client.says("proposals.declined.done");
    client.open("/jobs/" + job + "/bids?show=declined");
    assertThat(client.count("tbody.bid")).isEqualTo(1);
    client.act("form[action$='/decline/undo'] button", "proposals.declined.undone");
  }

  private void note(Window client, JobId job) {
    client.open("/jobs/" + job + "/bids?show=kept");
    client.press("a.bid-name");
    client.fill("note", "Preguntar por <i>marzo</i>.");
    client.press("form[action$='/note'] button");
    client.says("proposals.note.kept");
    assertThat(client.typed("note")).isEqualTo("Preguntar por <i>marzo</i>.");
  }

  private void hideNames(Window client, JobId job) {
    client.open("/jobs/" + job + "/bids");
    assertThat(client.text("#board")).contains("Rosa G.");
    client.act("#blindness", "proposals.blind.on.done");
    assertThat(client.text("#board")).doesNotContain("Rosa", "Iván", "Ana");
    client.act("#blindness", "proposals.blind.off.done");
    assertThat(client.text("#board")).contains("Rosa G.");
  }

  /** From the profile, where the wish comes up; whoever is invited sees it at the job. */
  private void invite(Window client, JobId job, Way way) {
    var maria = bookkeeper(way, "María Sol");
    var handle = handle(maria);
    client.open("/jobs/" + job + "/invitations");
    client.fill("handle", "nobody-has-this");
    client.forward();
    client.refuses(422, "handle");
    client.open("/assistants/" + handle);
    if (!way.scripts()) {
      client.press("main a[href^='/jobs/invite']");
    }
    client.press("form[action='/jobs/" + job + "/invitations'] button");
    client.says("jobs.invite.done");
    var invited = window(way, maria);
    opensNotice(invited, "/jobs/" + job);
    invited.says("jobs.show.invited", "Lucía Ferrer & Co");
  }

  private void close(Window client, JobId job) {
    client.open("/jobs/" + job);
    client.press("a[href$='/closure']");
    client.press("main form button.stop");
    client.refuses(422, "ending");
    client.choose("ending", "hired-elsewhere");
    client.press("main form button.stop");
    client.says("jobs.closed");
    client.says("jobs.stage.closed.hired-elsewhere");
  }

  private void isTold(Viewer author, Way way) {
    var bidder = window(way, author);
    await(
        "told of the end",
        () -> {
          bidder.open("/notifications");
          return bidder.text("main").contains(bidder.words("proposals.ending.hired-elsewhere"));
        });
    bidder.page().context().close();
  }

  private void opensNotice(Window window, String leadsTo) {
    await(
        "a notice",
        () -> {
          window.open("/notifications");
          return window.count(".notice.new") > 0;
        });
    window.press(".notice.new a[href*='/notifications/']");
    assertThat(window.path()).isEqualTo(leadsTo);
  }
}
