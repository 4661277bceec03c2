package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.diestra.StatementCount;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Feeds are asked for by everybody, and often. */
class FeedTests extends Newsroom {
  @Autowired ItemStore items;
  @Autowired FeedController controller;
  @Autowired Blobs blobs;
  private Channel feed;

  @BeforeEach
  void aFeed() {
    feed = channel(Kind.FEED, "", Standing.NONE);
  }

  private PostId out(String text) {
    var id = approved(feed, text);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    return id;
  }

  private MockHttpServletResponse ask(String etag) throws Exception {
    var asked = get("/feeds/" + feed.id() + "/atom.xml");
    return mvc.perform(etag.isEmpty() ? asked : asked.header("If-None-Match", etag))
        .andReturn()
        .getResponse();
  }

  @Test
  void whatIsUnchangedIsNotReadAgain() throws Exception {
    var id = out("autumn");
    var first = ask("");
    var etag = String.valueOf(first.getHeader("ETag"));
    var asked = StatementCount.during(() -> assertThat(ask(etag).getStatus()).isEqualTo(304));
    assertThat(asked).noneMatch(sql -> sql.contains("sum(length(text))"));
    var again = StatementCount.during(() -> assertThat(ask("").getStatus()).isEqualTo(200));
    assertThat(again).noneMatch(sql -> sql.contains("sum(length(text))"));
    int seen = read(id).version();
    as(owner, () -> hands.retract(desk(owner), id, seen).orFail());
    var then = ask(etag);
    assertThat(then.getStatus()).isEqualTo(200);
    assertThat(then.getContentAsString()).doesNotContain("autumn");
  }

  @Test
  void aFeedOfLongArticlesHasFewer() {
    for (int i = 0; i < 6; i++) {
      out(i + "\n\n" + "a".repeat(90_000));
    }
    assertThat(house.call(() -> items.of(feed.id(), 30))).hasSize(4);
  }

  @Test
  void whatIsLargeIsNotRememberedAndTheOldestGoes() {
    var recent = new Recent(40);
    assertThat(recent.text("a", () -> "x".repeat(10))).hasSize(10);
    assertThat(recent.text("a", () -> "other")).hasSize(10);
    recent.text("large", () -> "x".repeat(11));
    assertThat(recent.text("large", () -> "again")).isEqualTo("again");
    for (int i = 0; i < 5; i++) {
      recent.text("b" + i, () -> "y".repeat(10));
    }
    assertThat(recent.text("a", () -> "anew")).isEqualTo("anew");
  }

  /** What comes after the first byte comes too late for a browser. */
  private static final class Strict extends MockHttpServletResponse {
    private String said = "";

    @Override
    public ServletOutputStream getOutputStream() {
      said = String.valueOf(getHeader("Cross-Origin-Resource-Policy"));
      return super.getOutputStream();
    }
  }

  @Test
  void picturesOfFeedsAreShownWithinOtherSites() throws Exception {
    var bytes = SampleFiles.picture("png", 64, 48);
    var file =
        blobs
            .store(
                new ByteArrayInputStream(bytes),
                Purpose.ATTACHMENT,
                "shop.png",
                assistant.id().value())
            .orFail();
    var picture = new Content.Picture(file.id(), "The shop’s door", "Own photograph");
    var content = new Content("On doors", "A door", "", "", "", List.of(picture));
    var wanted = new Wanted(feed, new Written(content, soon(), "", new Brief("", null, "", true)));
    var id =
        as(
            assistant,
            () ->
                posts
                    .write(desk(assistant), Ids.fresh(), List.of(wanted), Aim.SUBMIT)
                    .orFail()
                    .getFirst());
    approve(owner, id);
    dueSince(id, Duration.ofMinutes(1));
    go(id);
    var response = new Strict();
    controller.picture(feed.id(), id, "1", new MockHttpServletRequest(), response);
    assertThat(response.said).isEqualTo("cross-origin");
  }
}
