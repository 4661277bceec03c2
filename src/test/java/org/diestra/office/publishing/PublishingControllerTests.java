package org.diestra.office.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import org.diestra.StatementCount;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Publishing as both sides have it before them. */
class PublishingControllerTests extends Newsroom {

  private String day(int ahead) {
    return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
        .plusDays(ahead)
        .toString();
  }

  @Test
  void aPostWithAPictureIsWrittenHandedInGivenBackAndApproved() throws Exception {
    assertThat(text(assistant, path(""))).contains("Aún no hay canales");
    var added =
        send(
            owner,
            path("/channels/new"),
            "kind",
            "linkedin",
            "name",
            "Our page",
            "standing",
            "none",
            "manner",
            "live",
            "day1",
            "9:00, 18:30");
    assertThat(added.getStatus()).isEqualTo(302);
    assertThat(text(assistant, path("/channels"))).contains("Our page");
    assertThat(send(assistant, path("/channels/new"), "kind", "linkedin", "name", "x").getStatus())
        .isEqualTo(404);
    var form = text(assistant, path("/posts/new"));
    var channel = form.split("name=\"channels\" value=\"", 2)[1].split("\"", 2)[0];
    var file =
        new MockMultipartFile(
            "brought", "door.png", "image/png", SampleFiles.picture("png", 64, 48));
    var brought =
        mvc.perform(
                multipart(path("/posts"))
                    .file(file)
                    .param("key", Ids.text(Ids.fresh()))
                    .param("do", "submit")
                    .param("channels", channel)
                    .param("text", "We have a new door")
                    .param("when", "slot")
                    .content(new byte[500])
                    .with(signedIn(assistant))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(brought.getStatus()).isEqualTo(422); // nobody has said what it shows
    var again = brought.getContentAsString(UTF_8);
    assertThat(again).contains("We have a new door", "door.png", "alt-");
    var picture = again.split("name=\"files\" value=\"", 2)[1].split("\"", 2)[0];
    var sent =
        send(
            assistant,
            path("/posts"),
            "key",
            Ids.text(Ids.fresh()),
            "do",
            "submit",
            "channels",
            channel,
            "text",
            "We have a new door",
            "when",
            "slot",
            "files",
            picture,
            "alt-" + picture,
            "A green door");
    assertThat(sent.getStatus()).isEqualTo(302);
    var post = String.valueOf(sent.getRedirectedUrl());
    assertThat(text(assistant, post)).contains("A green door", "Espera a la empresa");
    assertThat(text(owner, "/home")).contains(path("/queue?state=submitted"));
    assertThat(send(owner, post + "/return", "seen", "2", "words", " ").getStatus()).isEqualTo(422);
    assertThat(send(owner, post + "/return", "seen", "2", "words", "Say which street").getStatus())
        .isEqualTo(302);
    assertThat(text(assistant, "/home")).contains(path("/queue?state=changes-requested"));
    assertThat(text(assistant, post)).contains("Say which street");
    var edited =
        send(
            assistant,
            post + "/edit",
            "key",
            "x",
            "seen",
            "3",
            "do",
            "submit",
            "channels",
            channel,
            "text",
            "We have a new door in Calle Mayor",
            "when",
            "slot",
            "kept",
            picture,
            "alt-" + picture,
            "A green door");
    assertThat(edited.getStatus()).isEqualTo(302);
    var stale =
        send(
            assistant,
            post + "/edit",
            "key",
            "x",
            "seen",
            "3",
            "do",
            "draft",
            "channels",
            channel,
            "text",
            "Mine");
    assertThat(stale.getStatus()).isEqualTo(409);
    assertThat(stale.getContentAsString(UTF_8)).contains("Mine");
    var queue = text(owner, path("/queue?state=submitted"));
    var chosen = queue.split("name=\"post\" value=\"", 2)[1].split("\"", 2)[0];
    assertThat(send(owner, path("/approvals"), "post", chosen).getStatus()).isEqualTo(302);
    assertThat(text(owner, post)).contains("Approved", "bound to");
    assertThat(text(owner, path("?view=week&at=" + day(0)))).contains("plan-day");
    assertThat(text(owner, post + "/revisions/4")).contains("Calle Mayor");
    var id = PostId.of(post.substring(post.lastIndexOf('/') + 1));
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(text(assistant, post)).contains("data-copy", "La he publicado");
    assertThat(show(assistant, post + "/pictures/" + picture).getContentType())
        .startsWith("image/");
    assertThat(show(people.client("Eve"), post + "/pictures/" + picture).getStatus())
        .isEqualTo(404);
    var done =
        send(assistant, post + "/publication", "seen", "7", "url", "https://example.com/door");
    assertThat(done.getStatus()).isEqualTo(302);
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
  }

  @Test
  void aTextOfAMegabyteIsRefusedAndOneTooLongForItsChannelToo() throws Exception {
    var x = channel(Kind.X, "", Standing.NONE);
    var huge = sent(x.id().toString(), "a".repeat(1_000_000));
    assertThat(huge.getStatus()).isIn(413, 422);
    var longer = sent(x.id().toString(), "a".repeat(281));
    assertThat(longer.getStatus()).isEqualTo(422);
    assertThat(longer.getContentAsString(UTF_8)).contains("280", "281");
    assertThat(sent(x.id().toString(), "a".repeat(280)).getStatus()).isEqualTo(302);
  }

  private MockHttpServletResponse sent(String channel, String text) throws Exception {
    return send(
        owner,
        path("/posts"),
        "key",
        Ids.text(Ids.fresh()),
        "do",
        "submit",
        "channels",
        channel,
        "text",
        text,
        "when",
        "time",
        "date",
        day(2),
        "time",
        "10:00");
  }

  @Test
  void feedsAreReadByOthers() throws Exception {
    var feed = channel(Kind.FEED, "", Standing.NONE);
    var id = approved(feed, "**Poetry** & \"prose\" <now>\n\n<script>alert(1)</script>");
    var other = approved(feed, "second");
    var base = "/feeds/" + feed.id();
    assertThat(guest(base + "/rss.xml")).doesNotContain("second");
    dueSince(id, Duration.ofMinutes(2));
    dueSince(other, Duration.ofMinutes(1));
    go(id, other);
    for (var name : new String[] {"/rss.xml", "/atom.xml"}) {
      var bytes = guest(base + name).getBytes(UTF_8);
      var read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
      assertThat(read.getEntries()).hasSize(2);
      assertThat(read.getEntries()).anyMatch(entry -> entry.getTitle().startsWith("On **Poetry**"));
      assertThat(new String(bytes, UTF_8))
          .contains("&lt;strong&gt;Poetry")
          .doesNotContain("<script", "&lt;script");
    }
    var json = JsonMapper.shared().readTree(guest(base + "/feed.json"));
    assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(json.path("items")).hasSize(2);
    assertThat(guest(base + "/" + id)).contains("<strong>Poetry");
    int seen = read(id).version();
    as(owner, () -> hands.retract(desk(owner), id, seen).orFail());
    assertThat(guest(base + "/rss.xml")).doesNotContain("Poetry");
    assertThat(mvc.perform(get(base + "/" + id)).andReturn().getResponse().getStatus())
        .isEqualTo(404);
  }

  private String guest(String path) throws Exception {
    return read(mvc.perform(get(path)).andReturn().getResponse(), path);
  }

  /** A revision of an article stays what it was to its readers until it is approved. */
  @Test
  void whatIsRevisedStaysAsItWasUntilItIsApproved() throws Exception {
    var feed = channel(Kind.FEED, "", Standing.NONE);
    var id = approved(feed, "first");
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    var post = read(id);
    as(
        assistant,
        () ->
            posts
                .rewrite(
                    desk(assistant),
                    id,
                    post.version(),
                    written(Kind.FEED, "revised", soon()),
                    Aim.SUBMIT)
                .orFail());
    assertThat(guest("/feeds/" + feed.id() + "/atom.xml"))
        .contains("first")
        .doesNotContain("revised");
    approve(owner, id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(guest("/feeds/" + feed.id() + "/atom.xml"))
        .contains("revised")
        .doesNotContain("first");
  }

  @Test
  void aMonthOfTwoThousandPostsAsksForNoMoreThanOneOfTwo() throws Exception {
    var feed = channel(Kind.FEED, "", Standing.NONE);
    approved(feed, "one");
    var page = path("?at=" + day(0));
    text(owner, page);
    var few = StatementCount.during(() -> text(owner, page));
    house.call(() ->
        jdbc.sql(
                """
                insert into publishing.post (id, workspace, area, channel, key, state, version, since,
                  title, text, link, summary, slug, campaign, brief, sources, original, due, hash,
                  written_by, made_by, made_at)
                select gen_random_uuid(), :room, 'BLOG', :channel, gen_random_uuid(), 'DRAFT', 1, now(),
                  'T' || n, 'x', '', '', '', '', '', '', true, date_trunc('month', cast(:now as timestamptz))
                    + interval '10 days' + n * interval '1 minute', repeat('0', 64), :owner, :owner, now()
                from generate_series(1, 2000) n
                """)
            .param("room", room.value())
            .param("channel", feed.id().value())
            .param("owner", owner.id().value())
            .param("now", org.diestra.platform.data.Row.at(clock.instant()))
            .update());
    var many = StatementCount.during(() -> assertThat(text(owner, page)).contains("more"));
    assertThat(many).hasSameSizeAs(few);
    assertThat(text(owner, path("/queue"))).contains("from=");
  }
}
