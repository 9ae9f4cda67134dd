// Requests tried out on the page carry the header that changes need with a cookie.
window.SwaggerUIBundle({
  url: '/api/openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['X-Segue'] = 'docs';
    return request;
  },
});
