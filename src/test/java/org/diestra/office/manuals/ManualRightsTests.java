package org.diestra.office.manuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Who sees what of manuals, and what a text can and can't do. */
@HouseTest
class ManualRightsTests extends ManualsDesk {
  @Test
  void whatIsOutsideOnesAreasIsNotThere() throws Exception {
    works(assistant, Area.TRAVEL);
    var stranger = people.client("Other");
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy ten.");
    publish(procedure, "major");
    for (var path :
        new String[] {
          "", ".pdf", ".md", "/draft", "/versions", "/versions/1", "/questions", "/reading"
        }) {
      assertThat(show(assistant, procedure + path).getStatus()).as(path).isEqualTo(404);
      assertThat(show(stranger, procedure + path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(text(assistant, manuals)).doesNotContain("Stamps");
  }

  @Test
  void whoMayOnlyReadSeesWhatIsPublishedAndNoDraft() throws Exception {
    workspaces.admit(UUID.randomUUID(), room, assistant.id(), Set.of(Area.ADMIN), Level.READING);
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy ten.");
    assertThat(show(assistant, procedure).getStatus()).isEqualTo(404);
    publish(procedure, "major");
    assertThat(text(assistant, procedure)).contains("Buy ten.");
    assertThat(show(assistant, procedure + "/draft").getStatus()).isEqualTo(404);
    assertThat(show(assistant, manuals + "/new").getStatus()).isEqualTo(404);
  }

  @Test
  void aPictureStandsInAStepAndNamingSomebodyElsesOpensNothing() throws Exception {
    works(assistant, Area.ADMIN);
    var procedure = begun(owner, "title", "Stamps");
    var file =
        new MockMultipartFile("file", "a [1].png", "image/png", SampleFiles.picture("png", 64, 48));
    var answer =
        mvc.perform(
                multipart(procedure + "/files")
                    .file(file)
                    .with(signedIn(owner))
                    .with(csrf())
                    .content(new byte[100]))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    var markdown = answer.getContentAsString();
    assertThat(markdown).matches("!\\[a  1 .png]\\(file:[0-9a-f-]{36}\\)");
    step(owner, procedure, "Look", markdown);
    publish(procedure, "major");
    var shown =
        Pattern.compile("src=\"(/w/[^\"]+/files/[^\"]+)\"").matcher(text(assistant, procedure));
    assertThat(shown.find()).isTrue();
    assertThat(show(assistant, shown.group(1)).getContentType()).startsWith("image/png");

    var stranger = people.client("Other");
    var other = workspaces.open(People.organisation(stranger));
    var begun =
        send(
            stranger,
            "/w/" + other + "/manuals/new",
            "area",
            "admin",
            "language",
            "en",
            "title",
            "Mine");
    var theirs = begun.getRedirectedUrl().replace("/draft", "");
    step(stranger, theirs, "Look", markdown);
    assertThat(send(stranger, theirs + "/preview", "text", markdown).getContentAsString())
        .doesNotContain("<img");
    var file2 = shown.group(1).substring(shown.group(1).lastIndexOf('/'));
    assertThat(show(stranger, theirs + "/files" + file2).getStatus()).isEqualTo(404);
  }

  @Test
  void aScriptInAStepIsWords() throws Exception {
    var procedure = begun(owner, "title", "<script>alert(1)</script>");
    step(
        owner,
        procedure,
        "<img src=x onerror=alert(1)>",
        "<script>alert(2)</script>\n\n[x](javascript:alert(3))");
    publish(procedure, "major");
    assertThat(text(owner, procedure))
        .doesNotContain("<script>alert", "<img src=x", "javascript:alert")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void whatTheClientPutAwayTheAssistantDoesNotBringBack() throws Exception {
    works(assistant, Area.ADMIN);
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy ten.");
    publish(procedure, "major");
    send(owner, procedure + "/archive");
    assertThat(send(assistant, procedure + "/return").getStatus()).isEqualTo(404);
    assertThat(show(assistant, procedure + "/draft/quiz").getStatus()).isEqualTo(404);
  }

  @Test
  void ofManyWhoPublishOrWriteAtOnceOneDoesAndTheOthersAreTold() throws Exception {
    var procedure = begun(owner, "title", "Stamps");
    step(owner, procedure, "Buy", "Buy ten.");
    publish(procedure, "major");
    step(owner, procedure, "Lick", "Lick them.");
    var revision = revision(owner, procedure);
    var all = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 6; i++) {
      var path = procedure + (i % 2 == 0 ? "/publication" : "/draft/steps/new");
      all.add(CompletableFuture.supplyAsync(() -> sent(path, revision)));
    }
    var answers = all.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(answers).containsExactly(302, 409, 409, 409, 409, 409);
  }

  private int sent(String path, String revision) {
    try {
      return send(owner, path, "revision", revision, "change", "major", "title", "Dry").getStatus();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
