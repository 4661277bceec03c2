package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Manner;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles on a real WordPress; skipped, with a word, where there is none. */
class WordPressTests extends Newsroom {
  private static RealWordPress site;
  @Autowired Blobs blobs;

  @BeforeAll
  static void open() throws Exception {
    var lacking = RealWordPress.lacking();
    if (!lacking.isEmpty()) {
      System.err.println("Articles on a real WordPress are skipped: they need " + lacking + ".");
    }
    assumeTrue(lacking.isEmpty());
    site = new RealWordPress();
  }

  @AfterAll
  static void close() throws Exception {
    if (site != null) {
      site.close();
    }
  }

  private Channel site(Manner manner) {
    var channel =
        new Channel(
            new ChannelId(Ids.fresh()),
            room,
            Kind.WORDPRESS,
            "Blog",
            site.address(),
            "shop",
            Standing.NONE,
            manner,
            null,
            null,
            1,
            List.of());
    return as(owner, () -> channels.add(desk(owner).pass(), channel, site.password).orFail());
  }

  private PostId article(Channel channel, String title, String text) throws Exception {
    var bytes = SampleFiles.picture("png", 640, 480);
    var file =
        blobs
            .store(
                new ByteArrayInputStream(bytes),
                Purpose.ATTACHMENT,
                "shop.png",
                assistant.id().value())
            .orFail();
    var picture = new Content.Picture(file.id(), "The shop’s door", "Own photograph");
    var content = new Content(title, text, "", "In short", "", List.of(picture));
    var wanted =
        new Wanted(channel, new Written(content, soon(), "", new Brief("", null, "", true)));
    var id =
        as(
            assistant,
            () ->
                posts
                    .write(desk(assistant), Ids.fresh(), List.of(wanted), Aim.SUBMIT)
                    .orFail()
                    .getFirst());
    approve(owner, id);
    return id;
  }

  private String remote(PostId id) {
    assertThat(read(id).state()).as(String.valueOf(read(id).reason())).isEqualTo(State.PUBLISHED);
    return read(id).remote().id();
  }

  @Test
  void anArticleWithItsPictureIsThereOnceAndAChangedOneStopsUs() throws Exception {
    var id = article(site(Manner.LIVE), "Poesía", "Un **poema** & más");
    dueSince(id, Duration.ofMinutes(1));
    Caller.house()
        .run(() -> rounds.call(publications.claim(id).orElseThrow())); // and a crash after it
    nextTry(id);
    go(id);
    var there = site.ask("GET", "/wp/v2/posts/" + remote(id) + "&context=edit", "");
    assertThat(there.path("status").asString()).isEqualTo("publish");
    assertThat(there.path("title").path("raw").asString()).isEqualTo("Poesía");
    assertThat(there.path("content").path("rendered").asString())
        .contains("<strong>poema</strong>");
    var all = site.ask("GET", "/wp/v2/posts&search=poema", "");
    assertThat(all.size()).isEqualTo(1);
    var media = site.ask("GET", "/wp/v2/media/" + there.path("featured_media").asInt(), "");
    assertThat(media.path("alt_text").asString()).isEqualTo("The shop’s door");

    revise(id, "Dos poemas");
    assertThat(
            site.ask("GET", "/wp/v2/posts/" + remote(id), "")
                .path("content")
                .path("rendered")
                .asString())
        .contains("Dos poemas");

    site.ask("POST", "/wp/v2/posts/" + remote(id), "{\"content\":\"Mine, by hand\"}");
    revise(id, "Tres poemas");
    assertThat(state(id)).isEqualTo(State.FAILED);
    assertThat(read(id).reason()).isEqualTo("publishing.words.conflict");
    var now = site.ask("GET", "/wp/v2/posts/" + read(id).remote().id(), "");
    assertThat(now.path("content").path("rendered").asString()).contains("Mine, by hand");
    int seen = read(id).version();
    as(owner, () -> hands.overwrite(desk(owner), id, seen).orFail());
    nextTry(id);
    go(id);
    assertThat(
            site.ask("GET", "/wp/v2/posts/" + remote(id), "")
                .path("content")
                .path("rendered")
                .asString())
        .contains("Tres poemas");
    int last = read(id).version();
    as(owner, () -> hands.retract(desk(owner), id, last).orFail());
    assertThat(
            site.ask("GET", "/wp/v2/posts/" + read(id).remote().id() + "&context=edit", "")
                .path("status")
                .asString())
        .isEqualTo("trash");
  }

  private void revise(PostId id, String text) {
    var post = read(id);
    var before = post.content();
    var content =
        new Content(before.title(), text, "", before.summary(), before.slug(), before.pictures());
    var written = new Written(content, soon(), "", post.written().brief());
    as(
        assistant,
        () -> posts.rewrite(desk(assistant), id, post.version(), written, Aim.SUBMIT).orFail());
    approve(owner, id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
  }

  @Test
  void oneLiesThereAsADraftAndOneIsScheduledThere() throws Exception {
    var draft = article(site(Manner.DRAFT), "A draft", "Text");
    dueSince(draft, Duration.ofMinutes(1));
    go(draft);
    assertThat(
            site.ask("GET", "/wp/v2/posts/" + remote(draft) + "&context=edit", "")
                .path("status")
                .asString())
        .isEqualTo("draft");
    var ahead = article(site(Manner.AHEAD), "Ahead", "Text");
    go(ahead); // at once: the site itself waits for the minute
    var there = site.ask("GET", "/wp/v2/posts/" + remote(ahead) + "&context=edit", "");
    assertThat(there.path("status").asString()).isEqualTo("future");
    assertThat(read(ahead).due().toString())
        .startsWith(there.path("date_gmt").asString().substring(0, 16));
  }

  @Test
  void aWrongPasswordLocksTheChannel() throws Exception {
    var channel =
        new Channel(
            new ChannelId(Ids.fresh()),
            room,
            Kind.WORDPRESS,
            "Blog",
            site.address(),
            "shop",
            Standing.NONE,
            Manner.LIVE,
            null,
            null,
            1,
            List.of());
    as(owner, () -> channels.add(desk(owner).pass(), channel, "wrong").orFail());
    var id = article(channel, "Never", "Text");
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    assertThat(read(id).reason()).isEqualTo("publishing.words.locked");
  }
}
