package org.diestra.hiring.tryouts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.hiring.tryouts.Asked.Side;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /tryouts/{id}/delivery}: handing a sample in, with files that stay while it is mended. */
@Controller
class DeliveryController {
  private final Tryouts tryouts;
  private final Intake intake;
  private final TryoutPages pages;

  DeliveryController(Tryouts tryouts, Intake intake, TryoutPages pages) {
    this.tryouts = tryouts;
    this.intake = intake;
    this.pages = pages;
  }

  /**
   * One form, whose buttons say what it is sent for: {@code send}, {@code add} to bring files
   * first, or {@code drop} with the id of one.
   */
  @PostMapping("/tryouts/{id}/delivery")
  String handIn(
      Viewer viewer,
      @PathVariable TryoutId id,
      @ModelAttribute HandIn typed,
      @RequestParam(name = "do", defaultValue = "send") String what,
      @RequestParam(defaultValue = "") String drop,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var asked = tryouts.seen(viewer, id);
    if (asked.side(viewer) != Side.BIDDER) {
      throw new NotFound();
    }
    var problems = new Problems();
    var had = typed.kept().stream().filter(file -> !file.equals(drop)).toList();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var pieces = intake.pieces(viewer.id(), had, came, problems);
    var form = typed.with(pieces.stream().map(piece -> piece.id().toString()).toList());
    if (!what.equals("send") || !drop.isEmpty()) {
      return problems.any()
          ? again(viewer, id, form, pieces, problems, model, response)
          : pages.show(viewer, id, form, pieces, model);
    }
    var text = form.read(problems);
    return problems.any()
        ? again(viewer, id, form, pieces, problems, model, response)
        : submit(viewer, asked, form, text, pieces, model, response, onward);
  }

  private String submit(
      Viewer viewer,
      Asked asked,
      HandIn form,
      String text,
      List<Blob> pieces,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var compared = intake.compared(pieces, asked.task().file());
    return switch (tryouts.submit(viewer, asked.id(), form.seen(), text, compared)) {
      case Outcome.Done<Asked> done -> {
        intake.prepare(pieces);
        Flash.ok(onward, "tryouts.submitted");
        yield "redirect:" + Asked.href(asked.id());
      }
      case Outcome.Refused<Asked>(var why) ->
          again(viewer, asked.id(), form, pieces, new Problems().add(why), model, response);
    };
  }

  private String again(
      Viewer viewer,
      TryoutId id,
      HandIn form,
      List<Blob> pieces,
      Problems problems,
      Model model,
      HttpServletResponse response) {
    return Pages.again(response, model, problems, pages.show(viewer, id, form, pieces, model));
  }
}
