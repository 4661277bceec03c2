package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.files.Uploads.Step;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Pages;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers what is asked by {@link Tus}, wherever somebody may send files. */
@Component
class TusAnswers {
  private static final int RETRY_SECONDS = 5;
  private final UploadStart start;
  private final Uploads uploads;
  private final Pages pages;

  TusAnswers(UploadStart start, Uploads uploads, Pages pages) {
    this.start = start;
    this.uploads = uploads;
    this.pages = pages;
  }

  /** Begins one, and takes its first piece where that comes along. */
  void create(
      Bringer by,
      UploadStart.Wanted wanted,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    switch (start.begin(by, wanted)) {
      case Outcome.Refused<Upload>(var why) -> refuse(why, response);
      case Outcome.Done<Upload>(var upload) -> {
        response.setHeader(
            HttpHeaders.LOCATION, request.getRequestURI() + "/" + Ids.text(upload.id()));
        boolean fresh = upload.received() == 0 && (Tus.isPiece(request) || upload.size() == 0);
        if (fresh || upload.whole()) {
          append(by, upload.id(), upload.received(), HttpStatus.CREATED, request, response);
        } else {
          stand(upload, HttpStatus.CREATED, response);
        }
      }
    }
  }

  /** Where one stands. */
  void tell(Bringer by, UUID id, HttpServletResponse response) {
    var upload = uploads.get(by, id);
    response.setHeader(Tus.LENGTH, String.valueOf(upload.size()));
    stand(upload, HttpStatus.OK, response);
  }

  /** Adds what comes with a request. */
  void append(Bringer by, UUID id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var from = Tus.bytes(request, Tus.OFFSET);
    if (from.isEmpty()) {
      stand(uploads.get(by, id), HttpStatus.CONFLICT, response);
    } else if (!Tus.isPiece(request)) {
      response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
    } else {
      append(by, id, from.getAsLong(), HttpStatus.NO_CONTENT, request, response);
    }
  }

  private void append(
      Bringer by,
      UUID id,
      long from,
      HttpStatus done,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    try {
      var step = uploads.append(by, id, from, request.getInputStream(), Tus.sum(request));
      switch (step) {
        case Step.Grown(var now) -> stand(now, done, response);
        case Step.Elsewhere(var now) -> stand(now, HttpStatus.CONFLICT, response);
        case Step.Busy() -> busy(response);
        case Step.Wrong() -> response.setStatus(Tus.MISMATCH);
        case Step.Refused(var why) -> refuse(why, response);
      }
    } catch (IllegalArgumentException unknownSum) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
    }
  }

  /** Gives one up. */
  void drop(Bringer by, UUID id, HttpServletResponse response) throws IOException {
    if (uploads.drop(by, id)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
    } else {
      busy(response);
    }
  }

  private static void busy(HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
    response.setStatus(HttpStatus.LOCKED.value());
  }

  private static void stand(Upload upload, HttpStatus status, HttpServletResponse response) {
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(Tus.OFFSET, String.valueOf(upload.received()));
    if (!upload.kept()) {
      response.setHeader(
          Tus.EXPIRES,
          DateTimeFormatter.RFC_1123_DATE_TIME
              .withLocale(Locale.ROOT)
              .format(upload.expires().atOffset(ZoneOffset.UTC)));
    }
  }

  /** In the reader's language, as plain text. */
  void refuse(Refusal why, HttpServletResponse response) throws IOException {
    response.setStatus(why.kind().status());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
    var formats = pages.formats(LocaleContextHolder.getLocale(), ZoneOffset.UTC);
    response.getWriter().write(formats.words(why));
  }
}
