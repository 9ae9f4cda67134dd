/// The word by which this page's own styles are told from others' (server: Page, Headers); empty
/// while developing, where no policy holds.
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
