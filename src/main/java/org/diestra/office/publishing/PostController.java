package org.diestra.office.publishing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.BroughtFiles;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/publishing/posts}: a post, written and looked at. */
@Controller
@RequestMapping("/w/{workspace}/publishing/posts")
class PostController {
  private static final int MOST_PICTURES = 10;
  private final Desks desks;
  private final Posts posts;
  private final PostPages pages;
  private final BroughtFiles files;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;

  PostController(
      Desks desks,
      Posts posts,
      PostPages pages,
      BroughtFiles files,
      Blobs blobs,
      BlobServing serving,
      Previews previews) {
    this.desks = desks;
    this.posts = posts;
    this.pages = pages;
    this.files = files;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String at,
      Model model) {
    var desk = desks.enter(viewer, workspace);
    var chosen = channel.isEmpty() ? List.<String>of() : List.of(channel);
    return pages.form(
        desk, null, PostForm.fresh(chosen, instant(at), desk.pass().workspace().zone()), model);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  @PostMapping
  String write(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "draft") String what,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = desks.enter(viewer, workspace);
    var problems = new Problems();
    var form = taken(desk, sent, brought, problems);
    var chosen = pages.chosen(desk, form);
    if (chosen.isEmpty()) {
      problems.add("channels", "publishing.channels.missing");
    }
    var named = form.time(desk.pass().workspace().zone(), problems);
    var wanted = new ArrayList<Wanted>();
    for (var channel : chosen) {
      var own = new Problems(); // of each its own, so that all are told at once
      var written =
          form.read(pictures(desk, null, form), pages.due(desk, channel, form, named), own);
      own.inOrder().forEach(problems::add);
      if (written != null) {
        wanted.add(new Wanted(channel, written));
        posts.unfit(channel, written, aim(what)).inOrder().forEach(problems::add);
      }
    }
    if (problems.any() || what.equals("more")) {
      return again(desk, null, form, problems, model, response);
    }
    return switch (posts.write(desk, form.keyed(), wanted, aim(what))) {
      case Outcome.Refused<List<PostId>>(var why) ->
          again(desk, null, form, new Problems().add(why), model, response);
      case Outcome.Done<List<PostId>>(var made) -> {
        Flash.ok(onward, said(what), made.size());
        yield "redirect:"
            + (made.size() == 1 ? desk.href("posts/" + made.getFirst()) : desk.href("queue"));
      }
    };
  }

  private static String said(String what) {
    return switch (aim(what)) {
      case SUBMIT -> "publishing.submitted";
      case IDEA, DRAFT -> "publishing.kept";
    };
  }

  private static Aim aim(String what) {
    return switch (what) {
      case "submit" -> Aim.SUBMIT;
      case "idea" -> Aim.IDEA;
      default -> Aim.DRAFT;
    };
  }

  private PostForm taken(
      Desk desk,
      MultiValueMap<String, String> sent,
      @Nullable List<MultipartFile> brought,
      Problems problems)
      throws IOException {
    var form = PostForm.of(sent);
    var came = brought == null ? List.<MultipartFile>of() : brought;
    var had = form.kept().size();
    return form.withFiles(
        files.with(
            desk.me().value(), form.files(), came, Math.max(0, MOST_PICTURES - had), problems));
  }

  /** Of those that the form names: the post's own first, then the writer's. */
  private List<BlobId> pictures(Desk desk, @Nullable Post post, PostForm form) {
    var all = new LinkedHashSet<BlobId>();
    if (post != null) {
      post.content().pictures().stream()
          .filter(picture -> form.kept().contains(picture.file().toString()))
          .forEach(picture -> all.add(picture.file()));
    }
    files.own(desk.me().value(), form.files()).stream()
        .filter(blob -> blob.kind() == Kind.IMAGE)
        .forEach(blob -> all.add(blob.id()));
    return List.copyOf(all);
  }

  private String again(
      Desk desk,
      Desks.@Nullable Found found,
      PostForm form,
      Problems problems,
      Model model,
      HttpServletResponse response) {
    return problems.any()
        ? Pages.again(response, model, problems, pages.form(desk, found, form, model))
        : pages.form(desk, found, form, model);
  }

  @GetMapping("/{post}")
  String show(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable PostId post, Model model) {
    var desk = desks.enter(viewer, workspace);
    return pages.show(desk, desks.get(desk, post), model);
  }

  @GetMapping("/{post}/edit")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable PostId post, Model model) {
    var desk = desks.enter(viewer, workspace);
    var found = desks.get(desk, post);
    if (!found.post().writable(found.channel().kind())) {
      return "redirect:" + found.post().href();
    }
    return pages.form(
        desk, found, PostForm.of(found.post(), desk.pass().workspace().zone()), model);
  }

  @PostMapping("/{post}/edit")
  String rewrite(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "draft") String what,
      @RequestParam @Nullable List<MultipartFile> brought,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var desk = desks.enter(viewer, workspace);
    var found = desks.get(desk, post);
    var problems = new Problems();
    var form = taken(desk, sent, brought, problems);
    var named = form.time(desk.pass().workspace().zone(), problems);
    var due = pages.due(desk, found.channel(), form, named);
    var written = form.read(pictures(desk, found.post(), form), due, problems);
    if (written != null) {
      posts.unfit(found.channel(), written, aim(what)).inOrder().forEach(problems::add);
    }
    if (problems.any() || written == null || what.equals("more")) {
      return again(desk, found, form, problems, model, response);
    }
    return switch (posts.rewrite(desk, post, form.seen(), written, aim(what))) {
      case Outcome.Refused<PostId>(var why) ->
          again(desk, found, form, new Problems().add(why), model, response);
      case Outcome.Done<PostId> done -> {
        Flash.ok(onward, said(what), 1);
        yield "redirect:" + found.post().href();
      }
    };
  }

  /** A picture of it, as it would be seen. */
  @GetMapping("/{post}/pictures/{file}")
  void picture(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PostId post,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var desk = desks.enter(viewer, workspace);
    var picture =
        desks.get(desk, post).post().content().pictures().stream()
            .filter(one -> one.file().toString().equals(file))
            .findFirst()
            .orElseThrow(NotFound::new);
    var shown =
        previews.picture(blobs.get(picture.file()), 1, Size.LARGE, "").orElseThrow(NotFound::new);
    serving.show(shown, request, response);
  }
}
