package org.diestra.work.tasks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.previews.Previews;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.TaskPages.Seen;
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

/** {@code /contracts/{contract}/tasks/{id}/delivery}: what the assistant hands over. */
@Controller
@RequestMapping("/contracts/{contract}/tasks/{id}")
class DeliveryController {
  private final Doing doing;
  private final TaskPages pages;
  private final BroughtFiles files;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;

  DeliveryController(
      Doing doing,
      TaskPages pages,
      BroughtFiles files,
      Blobs blobs,
      BlobServing serving,
      Previews previews) {
    this.doing = doing;
    this.pages = pages;
    this.files = files;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
  }

  @GetMapping("/delivery")
  String form(
      Viewer viewer, @PathVariable ContractId contract, @PathVariable TaskId id, Model model) {
    var seen = own(viewer, contract, id);
    var form = new DeliveryForm(seen.facts().version(), "", "", List.of());
    return page(seen, form, model);
  }

  @PostMapping("/delivery")
  String deliver(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @ModelAttribute("form") DeliveryForm typed,
      @RequestParam(defaultValue = "") String drop,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var seen = own(viewer, contract, id);
    var problems = new Problems();
    var had = typed.had().stream().filter(file -> !file.equals(drop)).toList();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var form =
        typed.with(files.with(viewer.id().value(), had, came, Delivery.MOST_FILES, problems));
    if (!drop.isEmpty()) {
      return page(seen, form, model);
    }
    var brings = files.own(viewer.id().value(), form.had());
    if (seen.trial() && !brings.stream().allMatch(SealedController::shows)) {
      problems.add("brought", "tasks.delivery.unshown");
    }
    var handed = new Handed(form.said(problems), form.linked(problems), brings);
    if (problems.none() && handed.words() == null && handed.links().isEmpty() && brings.isEmpty()) {
      problems.add("words", "tasks.delivery.empty");
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, page(seen, form, model));
    }
    return switch (doing.deliver(viewer, id, form.seen(), handed)) {
      case Outcome.Done<TaskId> done -> {
        if (seen.trial()) {
          brings.forEach(blob -> previews.prepare(blob, SealedController.MARK));
        }
        Flash.ok(onward, "tasks.done.delivered");
        yield "redirect:" + seen.href("");
      }
      case Outcome.Refused<TaskId>(var why) ->
          Pages.again(response, model, problems.add(why), page(seen, form, model));
    };
  }

  @GetMapping("/files/{file}")
  void file(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @PathVariable BlobId file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (pages.seen(viewer, contract, id).sealed() || !pages.holds(id, file)) {
      throw new NotFound();
    }
    SecurityHeaders.forFile(response);
    serving.show(blobs.get(file), request, response);
  }

  private String page(Seen seen, DeliveryForm form, Model model) {
    List<Blob> there = files.own(seen.viewer().id().value(), form.had());
    model.addAttribute("seen", seen);
    model.addAttribute("form", form);
    model.addAttribute("files", there);
    model.addAttribute("checklist", doing.checklist(seen.task()));
    return "deliver";
  }

  /**
   * @throws NotFound if the viewer is not who does it
   */
  private Seen own(Viewer viewer, ContractId contract, TaskId id) {
    var seen = pages.seen(viewer, contract, id);
    if (!seen.is(Side.ASSISTANT)) {
      throw new NotFound();
    }
    return seen;
  }
}
