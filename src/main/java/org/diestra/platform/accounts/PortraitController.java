package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.page.Guests;
import org.diestra.platform.previews.Photos;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The photo a person shows, to whoever has its address; an earlier one is gone. */
@Controller
@Guests
class PortraitController {
  private final Accounts accounts;
  private final Blobs blobs;
  private final Photos photos;
  private final BlobServing serving;

  PortraitController(Accounts accounts, Blobs blobs, Photos photos, BlobServing serving) {
    this.accounts = accounts;
    this.blobs = blobs;
    this.photos = photos;
    this.serving = serving;
  }

  @GetMapping("/people/{person}/photo/{photo}")
  void show(
      @PathVariable PersonId person,
      @PathVariable BlobId photo,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serving.show(shown(person, photo), request, response);
  }

  /** The same beside a name, where a page shows many. */
  @GetMapping("/people/{person}/photo/{photo}/small")
  void small(
      @PathVariable PersonId person,
      @PathVariable BlobId photo,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var whole = shown(person, photo);
    serving.show(photos.small(whole).orElse(whole), request, response);
  }

  private Blob shown(PersonId person, BlobId photo) {
    var shown = accounts.contact(person).map(Accounts.Contact::photo).orElse(null);
    if (!photo.equals(shown)) {
      throw new NotFound();
    }
    return blobs.get(photo);
  }
}
