package org.diestra.platform.messaging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.messaging.Message.Said;
import org.diestra.platform.messaging.MessageCheck.Remark;
import org.diestra.platform.messaging.TalkView.Sheet;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** {@code /messages/{thread}}: what was said, and saying more. */
@Controller
@RequestMapping("/messages/{id}")
class TalkController {
  private final TalkReader reader;
  private final TalkWriter writer;
  private final TalkPages pages;
  private final BroughtFiles files;
  private final Subjects subjects;
  private final Messages messages;
  private final Checks checks;

  TalkController(
      TalkReader reader,
      TalkWriter writer,
      TalkPages pages,
      BroughtFiles files,
      Subjects subjects,
      Messages messages,
      Checks checks) {
    this.reader = reader;
    this.writer = writer;
    this.pages = pages;
    this.files = files;
    this.subjects = subjects;
    this.messages = messages;
    this.checks = checks;
  }

  @GetMapping
  String show(
      Viewer viewer, @PathVariable ThreadId id, @RequestParam @Nullable Integer upTo, Model model) {
    var part = part(viewer, id, upTo);
    show(viewer, part, upTo, model);
    var draft = part.draft();
    model.addAttribute("draftAt", draft.isEmpty() ? 0L : draft.get().changedAt().toEpochMilli());
    var form = draft.isEmpty() ? MessageForm.empty() : MessageForm.of(draft.get());
    return page(viewer, part.talk(), form, List.of(), model);
  }

  /** The list alone, when something in it has changed. */
  @GetMapping("/list")
  String list(
      Viewer viewer, @PathVariable ThreadId id, @RequestParam @Nullable Integer upTo, Model model) {
    show(viewer, part(viewer, id, upTo), upTo, model);
    return "_list";
  }

  @PostMapping
  String send(
      Viewer viewer,
      @PathVariable ThreadId id,
      @ModelAttribute("form") MessageForm typed,
      @RequestParam(defaultValue = "") String drop,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var talk = reader.talk(viewer.id(), id);
    var problems = new Problems();
    var had = typed.brought().stream().filter(file -> !file.equals(drop)).toList();
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var form = typed.with(files.with(viewer.id().value(), had, came, Message.MOST_FILES, problems));
    var text = form.read(drop.isEmpty() ? problems : new Problems());
    if (!subjects.of(viewer, talk).open()) {
      problems.add(Refusal.conflict("messaging.conflict.closed"));
    }
    var remarks = checks.of(talk, text);
    boolean held = Checks.stop(remarks) || (!remarks.isEmpty() && !form.sentAnyway());
    if (problems.none() && held && drop.isEmpty()) {
      problems.add(Checks.stop(remarks) ? STOPPED : REMARKED);
    }
    if (problems.any() || !drop.isEmpty()) {
      return again(viewer, talk, form, remarks, problems, model, request, response);
    }
    var brings = files.own(viewer.id().value(), form.brought()).stream().map(b -> b.id()).toList();
    messages.refresh(talk);
    var said = new Said(text, brings, form.keyed(), !remarks.isEmpty(), false);
    return switch (writer.send(id, viewer.id(), said)) {
      case Outcome.Done<Message>(var message) -> sent(viewer, talk, message, model, request);
      case Outcome.Refused<Message>(var why) ->
          again(viewer, talk, form.anew(), List.of(), problems.add(why), model, request, response);
    };
  }

  private static final Refusal STOPPED = Refusal.invalid("text", "messaging.stopped");
  private static final Refusal REMARKED = Refusal.invalid("text", "messaging.remarked");

  /** What is being written, kept on the way. */
  @PostMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepDraft(
      Viewer viewer, @PathVariable ThreadId id, @ModelAttribute("form") MessageForm form) {
    var text = Typed.text(form.text());
    if (text.length() <= Message.LONGEST) {
      writer.keepDraft(id, viewer.id(), text, form.keyed());
    }
  }

  private String sent(
      Viewer viewer, Talk talk, Message message, Model model, HttpServletRequest request) {
    return Pages.wantsFragment(request)
        ? sheet(viewer, talk, MessageForm.empty(), List.of(), model)
        : "redirect:" + talk.href() + "#m" + message.number();
  }

  private String again(
      Viewer viewer,
      Talk talk,
      MessageForm form,
      List<Remark> remarks,
      Problems problems,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (Pages.wantsFragment(request)) {
      return Pages.again(response, model, problems, sheet(viewer, talk, form, remarks, model));
    }
    show(viewer, part(viewer, talk.id(), null), null, model);
    return Pages.again(response, model, problems, page(viewer, talk, form, remarks, model));
  }

  private TalkReader.Part part(Viewer viewer, ThreadId id, @Nullable Integer upTo) {
    int most = upTo == null ? Integer.MAX_VALUE : Math.max(1, upTo);
    return reader.part(viewer.id(), id, most, TalkPages.PAGE + 1);
  }

  /** What is shown counts as read. */
  private void show(Viewer viewer, TalkReader.Part part, @Nullable Integer upTo, Model model) {
    var subject = subjects.of(viewer, part.talk());
    if (!part.messages().isEmpty()) {
      writer.read(part.talk().id(), viewer.id(), part.messages().getFirst().number());
    }
    model.addAttribute("viewer", viewer);
    model.addAttribute("view", pages.view(viewer, part, subject, upTo));
  }

  private String page(
      Viewer viewer, Talk talk, MessageForm form, List<Remark> remarks, Model model) {
    sheet(viewer, talk, form, remarks, model);
    return "show";
  }

  private String sheet(
      Viewer viewer, Talk talk, MessageForm form, List<Remark> remarks, Model model) {
    var brought = files.own(viewer.id().value(), form.brought());
    boolean open = subjects.of(viewer, talk).open();
    model.addAttribute("sheet", new Sheet(talk.id(), open, form, brought, remarks));
    return "_sheet";
  }
}
