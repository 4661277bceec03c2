package org.diestra.hiring.samples;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Limits;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /profile/samples}: the own samples. */
@Controller
@RequestMapping("/profile/samples")
class SamplesController {
  private static final String HERE = "/profile/samples";
  private final Samples samples;
  private final SampleIntake intake;
  private final Limits limits;

  SamplesController(Samples samples, SampleIntake intake, Limits limits) {
    this.samples = samples;
    this.intake = intake;
    this.limits = limits;
  }

  @GetMapping
  String samples(Viewer viewer, Model model) {
    requireAssistant(viewer);
    model.addAttribute("samples", samples.of(List.of(viewer.id())));
    return "index";
  }

  @GetMapping("/new")
  String fresh(@RequestParam @Nullable String area, Viewer viewer, Model model) {
    requireAssistant(viewer);
    model.addAttribute("form", SampleForm.empty(area));
    return newPage(model);
  }

  @PostMapping
  String add(
      Viewer viewer,
      @ModelAttribute("form") SampleForm form,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    requireAssistant(viewer);
    var problems = new Problems();
    var said = form.read(problems);
    return switch (intake.file(viewer.id(), file, form.kept())) {
      case Outcome.Refused<Blob>(var why) ->
          Pages.again(response, model, problems.add(why), newPage(model));
      case Outcome.Done<Blob>(var brought) -> {
        model.addAttribute("kept", brought);
        yield problems.any()
            ? Pages.again(response, model, problems, newPage(model))
            : added(viewer, brought, said, model, response, onward);
      }
    };
  }

  private String added(
      Viewer viewer,
      Blob file,
      Sample said,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return intake
        .add(viewer.id(), file, said, Marks.of(viewer.name()))
        .fold(
            id -> {
              if (samples.seen(viewer, id).copied()) {
                Flash.note(onward, "samples.added.copied");
              } else {
                Flash.ok(onward, "samples.added");
              }
              return "redirect:" + HERE;
            },
            why -> Pages.again(response, model, why, newPage(model)));
  }

  @GetMapping("/{id}")
  String sample(@PathVariable String id, Viewer viewer, Model model) {
    var sample = SampleId.of(id);
    var said = samples.own(viewer.id(), sample).orElseThrow(NotFound::new);
    model.addAttribute("form", SampleForm.of(said));
    return editPage(sample, model);
  }

  @PostMapping("/{id}")
  String change(
      @PathVariable String id,
      Viewer viewer,
      @ModelAttribute("form") SampleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var sample = SampleId.of(id);
    if (samples.own(viewer.id(), sample).isEmpty()) {
      throw new NotFound();
    }
    var problems = new Problems();
    var said = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, editPage(sample, model));
    }
    return samples
        .change(viewer.id(), sample, said)
        .fold(
            done -> {
              Flash.ok(onward, "samples.saved");
              return "redirect:" + HERE;
            },
            why -> Pages.again(response, model, why, editPage(sample, model)));
  }

  /**
   * @param to up or down
   */
  @PostMapping("/{id}/place")
  String move(@PathVariable String id, @RequestParam String to, Viewer viewer) {
    samples.move(viewer.id(), SampleId.of(id), to.equals("up"));
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    samples.remove(viewer.id(), SampleId.of(id));
    Flash.undoable(onward, HERE + "/" + id + "/return", "samples.removed");
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/return")
  String restore(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    switch (samples.restore(viewer.id(), SampleId.of(id))) {
      case Outcome.Done<SampleId> done -> Flash.ok(onward, "samples.restored");
      case Outcome.Refused<SampleId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + HERE;
  }

  private String newPage(Model model) {
    model.addAttribute("limit", limits.of(Purpose.SAMPLE));
    return "new";
  }

  private static String editPage(SampleId id, Model model) {
    model.addAttribute("id", id);
    return "edit";
  }

  private static void requireAssistant(Viewer viewer) {
    if (!viewer.assistant()) {
      throw new NotFound();
    }
  }
}
