package org.diestra.platform.mail;

/** What a letter is made of. */
public sealed interface Block {
  record Heading(String text) implements Block {}

  record Text(String text) implements Block {}

  record Quote(String text) implements Block {}

  record Button(String label, String link) implements Block {
    public Button {
      Links.check(link);
    }
  }

  record Item(String title, String detail, String link) implements Block {
    public Item {
      Links.check(link);
    }
  }

  record Small(String text) implements Block {}

  record SmallLink(String label, String link) implements Block {
    public SmallLink {
      Links.check(link);
    }
  }
}
