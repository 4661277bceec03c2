package org.diestra.office.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.diestra.People;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** A post is approved by a link in a mail: once, as it was shown, by whoever may. */
class TapTests extends Newsroom {
  private static final String WORDS = "We have a new door in Calle Mayor";
  @Autowired ClockMover mover;
  @Autowired Audit audit;
  private Channel linkedin;

  @BeforeEach
  void aChannel() {
    linkedin = channel(Kind.LINKEDIN, "", Standing.NONE);
  }

  private PostId handedIn(Channel channel) {
    var due = clock.instant().plus(Duration.ofDays(10));
    var wanted = List.of(new Wanted(channel, written(channel.kind(), WORDS, due)));
    var id =
        as(
            assistant,
            () ->
                posts.write(desk(assistant), Ids.fresh(), wanted, Aim.SUBMIT).orFail().getFirst());
    mover.skipTo(clock.instant().plusSeconds(2)); // the mail goes out
    return id;
  }

  private String link(Viewer viewer) {
    return LastMail.to(jdbc, viewer.email()).orElseThrow().link("/tap/");
  }

  private MockHttpServletResponse look(String link) throws Exception {
    return mvc.perform(get(link)).andReturn().getResponse();
  }

  private MockHttpServletResponse press(String link) throws Exception {
    return mvc.perform(post(link).param("choice", "approve").with(csrf()))
        .andReturn()
        .getResponse();
  }

  @Test
  void aLookChangesNothingAndTheButtonDecidesOnce() throws Exception {
    var id = handedIn(linkedin);
    assertThat(LastMail.to(jdbc, owner.email()).orElseThrow().text()).contains(WORDS);
    var link = link(owner);
    for (int scanner = 0; scanner < 3; scanner++) {
      var page = look(link);
      assertThat(page.getStatus()).isEqualTo(200);
      assertThat(page.getContentAsString(UTF_8)).contains(WORDS, owner.name());
      assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
      assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
    assertThat(mvc.perform(post(link).param("choice", "approve")).andReturn().getResponse())
        .extracting(MockHttpServletResponse::getStatus)
        .isEqualTo(403); // what has not seen the page presses nothing
    assertThat(press(link).getStatus()).isEqualTo(200);
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
    assertThat(read(id).approval().by()).isEqualTo(owner.id());
    assertThat(press(link).getStatus()).isEqualTo(410);
    assertThat(look(link).getStatus()).isEqualTo(410);
    assertThat(audit.about(id.value(), List.of("publishing"), 10))
        .filteredOn(entry -> entry.deed().action().equals("approve"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.deed().person()).isEqualTo(owner.id().value());
          assertThat(entry.deed().details()).containsEntry("way", "link-in-mail");
        });
    assertThat(text(owner, path("/posts/" + id))).contains("By a link in a mail");
  }

  @Test
  void whatWasChangedByOneLetterSinceIsNotApprovedByIt() throws Exception {
    var id = handedIn(linkedin);
    var link = link(owner);
    int seen = read(id).version();
    var other = written(Kind.LINKEDIN, WORDS + ".", read(id).due());
    as(assistant, () -> posts.rewrite(desk(assistant), id, seen, other, Aim.SUBMIT).orFail());
    assertThat(look(link).getStatus()).isEqualTo(410);
    assertThat(press(link).getStatus()).isEqualTo(410);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void whatIsDecidedElsewhereIsOver() throws Exception {
    var id = handedIn(linkedin);
    int seen = read(id).version();
    as(owner, () -> approvals.giveBack(desk(owner), id, seen, "Say which door").orFail());
    assertThat(look(link(owner)).getStatus()).isEqualTo(410);
    assertThat(press(link(owner)).getStatus()).isEqualTo(410);
    assertThat(state(id)).isEqualTo(State.CHANGES_REQUESTED);
  }

  @Test
  void whoDecidesNoMoreDecidesNothingByAnOldMail() throws Exception {
    var ada = colleague("Ada", Role.APPROVER);
    var id = handedIn(linkedin);
    var link = link(ada);
    assertThat(look(link).getStatus()).isEqualTo(200);
    organisations.dismiss(owner.id(), People.organisation(owner), ada.id()).orFail();
    assertThat(look(link).getStatus()).isIn(404, 410);
    assertThat(press(link).getStatus()).isIn(404, 410);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void anAddressThatWasGivenUpDecidesNothing() throws Exception {
    var ada = colleague("Ada", Role.APPROVER);
    var id = handedIn(linkedin);
    var link = link(ada);
    house.call(() ->
        jdbc.sql("update accounts.person set email = :other where id = :id")
            .param("other", "other-" + ada.email())
            .param("id", ada.id().value())
            .update());
    assertThat(look(link).getStatus()).isEqualTo(404);
    assertThat(press(link).getStatus()).isEqualTo(404);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void nobodyElseWritesALinkOrMovesOneToSomethingElse() throws Exception {
    var id = handedIn(linkedin);
    var link = link(owner);
    char last = link.charAt(link.length() - 2);
    var forged =
        link.substring(0, link.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + link.charAt(link.length() - 1);
    assertThat(look(forged).getStatus()).isEqualTo(404);
    assertThat(look("/tap/nothing").getStatus()).isEqualTo(404);
    assertThat(mvc.perform(post(link).param("choice", "other").with(csrf())).andReturn())
        .extracting(answer -> answer.getResponse().getStatus())
        .isEqualTo(410);
    house.call(() ->
        jdbc.sql("update taps.link set subject = gen_random_uuid() where person = :owner")
            .param("owner", owner.id().value())
            .update());
    assertThat(press(link).getStatus()).isEqualTo(404);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void afterAWeekItIsOver() throws Exception {
    var id = handedIn(linkedin);
    var link = link(owner);
    mover.skipTo(clock.instant().plus(Duration.ofDays(7)));
    assertThat(look(link).getStatus()).isEqualTo(410);
    assertThat(press(link).getStatus()).isEqualTo(410);
    assertThat(state(id)).isEqualTo(State.SUBMITTED);
  }

  @Test
  void ofTwoAtOnceOneDecides() throws Exception {
    var id = handedIn(linkedin);
    var link = link(owner);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> press(link).getStatus());
      var second = threads.submit(() -> press(link).getStatus());
      assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 410);
    }
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
  }

  /** An article, and what has pictures, is looked at in the house. */
  @Test
  void whatAMailDoesNotShowWholeHasNoLink() {
    handedIn(channel(Kind.FEED, "", Standing.NONE));
    assertThat(LastMail.to(jdbc, owner.email()).orElseThrow().text())
        .contains("/notifications/")
        .doesNotContain("/tap/");
  }
}
